// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// Which campaign is meant.
package enum CampaignReference: Sendable, Hashable {
    case identifier(CampaignIdentifier)
    case name(String)
}

/// A page of a campaign's open cases.
package struct CampaignCasePage: Sendable, Hashable {
    package let campaign: CampaignRecord
    package let cases: [StoredCase]
    /// Where the next page begins; nil on the last. A page may be short, or empty, and have a next.
    package let next: CampaignCasePosition?
    /// What was left out because it is damaged.
    package let damage: [StoreError]
    /// Where in the database's history it was read, if that has copies.
    package var place: UInt64?
}

extension StoreReader {
    func countedCampaign(
        _ reference: CampaignReference
    ) throws(StoreError) -> CountedCampaign? {
        let found =
            switch reference {
            case .identifier(let identifier): try campaign(identifier)
            case .name(let name): try campaign(named: name)
            }
        return try found.map { record throws(StoreError) in try counted(record) }
    }

    func countedCampaigns(
        below number: CampaignNumber?, limit: Int
    ) throws(StoreError) -> [CountedCampaign] {
        try campaigns(below: number, limit: limit).map { record throws(StoreError) in
            try counted(record)
        }
    }

    private func counted(_ record: CampaignRecord) throws(StoreError) -> CountedCampaign {
        var counts: [String: CampaignCounts] = [:]
        try visitCounts(of: record.number) { counter, value in
            counts[counter.platform, default: CampaignCounts()].add(value, of: counter.kind)
        }
        // A platform from which every case was re-addressed has only zeros left.
        return CountedCampaign(
            campaign: record, byPlatform: counts.filter { $0.value.collected > 0 })
    }

    /// The scope's open cases of a campaign, by the clock that runs out next.
    func openCases(
        _ scope: CaseScope, of identifier: CampaignIdentifier,
        after position: CampaignCasePosition?, limit: Int, _ limits: StoreLimits
    ) throws(StoreError) -> CampaignCasePage? {
        guard let record = try campaign(identifier) else { return nil }
        guard let resolved = try resolve(scope) else {
            return CampaignCasePage(campaign: record, cases: [], next: nil, damage: [])
        }
        let limit = max(1, min(limit, limits.pageItems))
        var found: [StoredCase] = []
        var bytes = 0
        var scanned = 0
        var last = position
        var hasMore = false
        var damage: [StoreError] = []
        try visitOpenCases(of: record.number, after: position) { place, caseRecord in
            let isFull =
                found.count >= limit || scanned >= limits.pageRowsScanned
                || bytes + (caseRecord?.snapshot.count ?? 0) > limits.pageBytes
            if isFull, scanned > 0 {
                hasMore = true
                return .stop
            }
            scanned += 1
            last = place
            guard let caseRecord, caseRecord.isIntact else {
                damage.append(.corrupted("The case in row \(place.caseRow)"))
                return .goOn
            }
            guard caseRecord.isVisible(in: resolved) else { return .goOn }
            bytes += caseRecord.snapshot.count
            found.append(StoredCase(caseRecord))
            return .goOn
        }
        return CampaignCasePage(
            campaign: record, cases: found, next: hasMore ? last : nil, damage: damage)
    }
}
