// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

/// The message `recours.v1.AcknowledgeCasesRequest`.
public struct AcknowledgeCasesRequest: RecoursMessage {
    /// 1 to 1,000 cases of 16 bytes.
    public var caseIDs: [[UInt8]]
    /// The human contact for these cases; required (name, and email or phone).
    public var contact: Contact? {
        get { contactBox.value }
        set { contactBox = Boxed(newValue) }
    }
    var contactBox: Boxed<Contact>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseIDs: [[UInt8]] = [],
        contact: Contact? = nil
    ) {
        self.caseIDs = caseIDs
        contactBox = Boxed(contact)
    }

    /// `recours.v1.AcknowledgeCasesRequest`.
    public static var protoName: String { "recours.v1.AcknowledgeCasesRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
