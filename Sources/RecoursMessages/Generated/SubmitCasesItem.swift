// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// The message `recours.v1.SubmitCasesItem`.
public struct SubmitCasesItem: RecoursMessage {
    /// Chosen by the client, unique in the stream; comes back with the result.
    public var clientSequence: UInt64
    /// 16 bytes, best time-ordered (UUID version 7); required.
    public var idempotencyKey: [UInt8]
    /// Field 3, `draft`.
    public var draft: CaseDraft? {
        get { draftBox.value }
        set { draftBox = Boxed(newValue) }
    }
    var draftBox: Boxed<CaseDraft>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        clientSequence: UInt64 = 0,
        idempotencyKey: [UInt8] = [],
        draft: CaseDraft? = nil
    ) {
        self.clientSequence = clientSequence
        self.idempotencyKey = idempotencyKey
        draftBox = Boxed(draft)
    }

    /// `recours.v1.SubmitCasesItem`.
    public static var protoName: String { "recours.v1.SubmitCasesItem" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
