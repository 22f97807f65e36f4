// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

/// The message `recours.v1.InboxEntry`.
public struct InboxEntry: RecoursMessage {
    /// The cursor after this entry.
    public var cursor: [UInt8]
    /// What happened.
    public var kind: EventKind
    /// The case as it is now.
    public var caseFile: Case? {
        get { caseFileBox.value }
        set { caseFileBox = Boxed(newValue) }
    }
    var caseFileBox: Boxed<Case>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        cursor: [UInt8] = [],
        kind: EventKind = .unspecified,
        caseFile: Case? = nil
    ) {
        self.cursor = cursor
        self.kind = kind
        caseFileBox = Boxed(caseFile)
    }

    /// `recours.v1.InboxEntry`.
    public static var protoName: String { "recours.v1.InboxEntry" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
