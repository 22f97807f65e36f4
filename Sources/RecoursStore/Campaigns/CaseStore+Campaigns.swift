// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

extension CaseStore {
    /// A campaign with its counts, or nil if there is none.
    package func campaign(
        _ reference: CampaignReference
    ) async throws(StoreError) -> CountedCampaign? {
        try await list { reader throws(StoreError) in try reader.countedCampaign(reference) }
    }

    /// Campaigns below a number, the newest first; at most `limit`.
    package func campaigns(
        below number: CampaignNumber?, limit: Int
    ) async throws(StoreError) -> [CountedCampaign] {
        let limit = min(limit, limits.pageItems)
        return try await list { reader throws(StoreError) in
            try reader.countedCampaigns(below: number, limit: limit)
        }
    }

    /// The scope's open cases of a campaign, by the clock that runs out next; nil if there is no
    /// such campaign. As old as `cases` may be.
    package func openCases(
        _ scope: CaseScope, of campaign: CampaignIdentifier,
        after position: CampaignCasePosition?, limit: Int, since place: UInt64? = nil
    ) async throws(StoreError) -> CampaignCasePage? {
        let limits = limits
        let found = try await list(nearby: place) { reader throws(StoreError) in
            try reader.openCases(scope, of: campaign, after: position, limit: limit, limits)
        }
        var page = found.value
        page?.place = found.place
        if let page { damage.note(page.damage) }
        return page
    }
}
