// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What is to be done about a campaign. The plan has been checked by its own rules.
package enum CampaignOrder: Sendable {
    /// Opens one under an identifier that the server made. The same plan again finds the campaign
    /// that is there.
    case open(CampaignIdentifier, CampaignPlan, at: Instant)
    /// Gives it another plan, as far as the cases in it allow.
    case change(CampaignIdentifier, CampaignPlan, at: Instant)
}
