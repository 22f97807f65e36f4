// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// The message `recours.v1.SubmitCaseRequest`.
public struct SubmitCaseRequest: RecoursMessage {
    /// Field 1, `draft`.
    public var draft: CaseDraft? {
        get { draftBox.value }
        set { draftBox = Boxed(newValue) }
    }
    var draftBox: Boxed<CaseDraft>
    /// Check everything, store nothing.
    public var validateOnly: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        draft: CaseDraft? = nil,
        validateOnly: Bool = false
    ) {
        draftBox = Boxed(draft)
        self.validateOnly = validateOnly
    }

    /// `recours.v1.SubmitCaseRequest`.
    public static var protoName: String { "recours.v1.SubmitCaseRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
