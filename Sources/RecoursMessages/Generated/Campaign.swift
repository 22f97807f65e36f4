// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// A campaign and what has come of it.
public struct Campaign: RecoursMessage {
    /// 16 bytes, made by the server.
    public var id: [UInt8]
    /// Field 2, `plan`.
    public var plan: CampaignPlan? {
        get { planBox.value }
        set { planBox = Boxed(newValue) }
    }
    var planBox: Boxed<CampaignPlan>
    /// Field 3, `counts`.
    public var counts: CampaignCounts? {
        get { countsBox.value }
        set { countsBox = Boxed(newValue) }
    }
    var countsBox: Boxed<CampaignCounts>
    /// When the target was reached; absent if it hasn't been.
    public var targetReachedAtMs: Int64?
    /// Field 5, `created_at_ms`.
    public var createdAtMs: Int64
    /// Field 6, `updated_at_ms`.
    public var updatedAtMs: Int64
    /// Mediators and the operator see every platform, a platform its own cases, others platforms
    /// with five cases or more, and of these only `collected` and `answered`, where neither tells
    /// of fewer than five.
    public var byPlatform: [CampaignPlatformCounts]
    /// Platforms with too few cases to be told apart.
    public var suppressedPlatforms: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        id: [UInt8] = [],
        plan: CampaignPlan? = nil,
        counts: CampaignCounts? = nil,
        targetReachedAtMs: Int64? = nil,
        createdAtMs: Int64 = 0,
        updatedAtMs: Int64 = 0,
        byPlatform: [CampaignPlatformCounts] = [],
        suppressedPlatforms: UInt32 = 0
    ) {
        self.id = id
        planBox = Boxed(plan)
        countsBox = Boxed(counts)
        self.targetReachedAtMs = targetReachedAtMs
        self.createdAtMs = createdAtMs
        self.updatedAtMs = updatedAtMs
        self.byPlatform = byPlatform
        self.suppressedPlatforms = suppressedPlatforms
    }

    /// `recours.v1.Campaign`.
    public static var protoName: String { "recours.v1.Campaign" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
