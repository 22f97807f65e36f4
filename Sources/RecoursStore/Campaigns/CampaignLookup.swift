// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// The rows of campaigns that deciding a command needs.
package protocol CampaignLookup: AnyObject {
    func campaign(_ identifier: CampaignIdentifier) throws(StoreError) -> CampaignRecord?
    func campaign(named name: String) throws(StoreError) -> CampaignRecord?
    func nextCampaign() throws(StoreError) -> CampaignNumber
}

/// What readers ask for of campaigns, within a snapshot.
package protocol CampaignReader: CampaignLookup {
    /// Campaigns below a number, the newest first; at most `limit`.
    func campaigns(
        below number: CampaignNumber?, limit: Int
    ) throws(StoreError) -> [CampaignRecord]
    /// Each counter that is not zero, of one campaign.
    func visitCounts(
        of campaign: CampaignNumber, _ visit: (CampaignCounter, Int64) -> Void
    ) throws(StoreError)
    /// Visits a campaign's open cases after a position, by the clock that runs out next, until
    /// `visit` says to stop; nil stands for a row that no case can be. The back end knows no scope
    /// here: whoever visits must ask it.
    func visitOpenCases(
        of campaign: CampaignNumber, after position: CampaignCasePosition?,
        _ visit: (CampaignCasePosition, CaseRecord?) -> VisitOrder
    ) throws(StoreError)
}

/// A place in a campaign's list of open cases.
package struct CampaignCasePosition: Sendable, Hashable {
    package var dueAtMilliseconds: Int64
    package var caseRow: UInt64

    package init(dueAtMilliseconds: Int64, caseRow: UInt64) {
        self.dueAtMilliseconds = dueAtMilliseconds
        self.caseRow = caseRow
    }
}
