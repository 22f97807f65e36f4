// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

/// The message `recours.v1.SaveDraftRequest`.
public struct SaveDraftRequest: RecoursMessage {
    /// Field 1, `draft`.
    public var draft: CaseDraft? {
        get { draftBox.value }
        set { draftBox = Boxed(newValue) }
    }
    var draftBox: Boxed<CaseDraft>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        draft: CaseDraft? = nil
    ) {
        draftBox = Boxed(draft)
    }

    /// `recours.v1.SaveDraftRequest`.
    public static var protoName: String { "recours.v1.SaveDraftRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
