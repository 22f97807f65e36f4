// SPDX-License-Identifier: EUPL-1.2

/// What one batch changes of campaigns.
package struct CampaignWrites: Sendable {
    package var campaigns: [CampaignNumber: CampaignRecord] = [:]
    /// By the case's row.
    package var cases: [UInt64: CampaignCaseRecord] = [:]
    /// What is added to each counter; may be negative.
    package var counts: [CampaignCounter: Int64] = [:]

    package var isEmpty: Bool { campaigns.isEmpty && cases.isEmpty && counts.isEmpty }
}
