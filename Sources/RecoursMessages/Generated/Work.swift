// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

/// The message `recours.v1.Work`.
public struct Work: RecoursMessage {
    /// 16 bytes: a UUID version 7 made by the server.
    public var id: [UInt8]
    /// Who registered it. Empty for a platform.
    public var registrant: PartnerReference?
    /// A platform sees neither monthly_loss nor the owner's size and activity.
    public var draft: WorkDraft? {
        get { draftBox.value }
        set { draftBox = Boxed(newValue) }
    }
    var draftBox: Boxed<WorkDraft>
    /// Field 4, `created_at_ms`.
    public var createdAtMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        id: [UInt8] = [],
        registrant: PartnerReference? = nil,
        draft: WorkDraft? = nil,
        createdAtMs: Int64 = 0
    ) {
        self.id = id
        self.registrant = registrant
        draftBox = Boxed(draft)
        self.createdAtMs = createdAtMs
    }

    /// `recours.v1.Work`.
    public static var protoName: String { "recours.v1.Work" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
