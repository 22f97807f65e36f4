// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// The rows beside the cases: campaigns, profiles, commitments and groups.
struct MemoryCampaigns {
    var campaigns: [CampaignNumber: CampaignRecord] = [:]
    var counts: [CampaignCounter: Int64] = [:]
    var cases: [UInt64: CampaignCaseRecord] = [:]
    var profiles: [PartnerNumber: ProfileRecord] = [:]
    /// By number, which counts from 1 without gaps.
    var commitments: [CommitmentRecord] = []
    var firms: [AggregateGroup: Int] = [:]
    var firmCases: [AggregateFirm: Int] = [:]
    var held: [AggregateGroup: Set<UInt64>] = [:]

    mutating func apply(_ writes: borrowing WriteSet) {
        campaigns.merge(writes.campaigns.campaigns) { $1 }
        cases.merge(writes.campaigns.cases) { $1 }
        counts.merge(writes.campaigns.counts, uniquingKeysWith: +)
        profiles.merge(writes.profiles) { $1 }
        for number in writes.commitments.keys.sorted() {
            guard var record = writes.commitments[number] else { continue }
            record.storedSteps = record.commitment.history.count
            if number > UInt64(commitments.count) {
                commitments.append(record)
            } else {
                commitments[Int(number) - 1] = record
            }
        }
        firms.merge(writes.aggregates.firms) { $1 }
        for (firm, cases) in writes.aggregates.cases {
            firmCases[firm] = cases > 0 ? cases : nil
        }
        for (group, rows) in writes.aggregates.held {
            for (row, waits) in rows {
                if waits {
                    held[group, default: []].insert(row)
                } else {
                    held[group]?.remove(row)
                }
            }
        }
    }

    mutating func eraseWords(ofCase row: UInt64) {
        for place in commitments.indices where commitments[place].caseRow == row {
            commitments[place].commitment.eraseText()
        }
    }
}

extension MemoryReader {
    private var beside: MemoryCampaigns { backend.rows.beside }

    // MARK: Campaigns

    func campaign(_ identifier: CampaignIdentifier) -> CampaignRecord? {
        beside.campaigns.values.first { $0.identifier == identifier }
    }

    func campaign(named name: String) -> CampaignRecord? {
        beside.campaigns.values.first { $0.plan.name == name }
    }

    func nextCampaign() -> CampaignNumber {
        CampaignNumber(UInt32(truncatingIfNeeded: beside.campaigns.count) + 1)
    }

    func campaigns(below number: CampaignNumber?, limit: Int) -> [CampaignRecord] {
        let found = beside.campaigns.values.filter { record in
            number.map { record.number < $0 } ?? true
        }
        return Array(found.sorted { $0.number > $1.number }.prefix(limit))
    }

    func visitCounts(
        of campaign: CampaignNumber, _ visit: (CampaignCounter, Int64) -> Void
    ) {
        for (counter, value) in beside.counts where counter.campaign == campaign && value != 0 {
            visit(counter, value)
        }
    }

    func visitOpenCases(
        of campaign: CampaignNumber, after position: CampaignCasePosition?,
        _ visit: (CampaignCasePosition, CaseRecord?) -> VisitOrder
    ) {
        let order = { (place: CampaignCasePosition) in (place.dueAtMilliseconds, place.caseRow) }
        let places = beside.cases
            .filter { $0.value.campaign == campaign && $0.value.isOpen }
            .map {
                CampaignCasePosition(
                    dueAtMilliseconds: $0.value.dueAtMilliseconds, caseRow: $0.key)
            }
            .filter { place in position.map { order($0) < order(place) } ?? true }
            .sorted { order($0) < order($1) }
        for place in places {
            guard let record = caseRecord(row: place.caseRow) else { continue }
            if case .stop = visit(place, record) { return }
        }
    }

    // MARK: Profiles

    func profile(of platform: PartnerNumber) -> ProfileRecord? { beside.profiles[platform] }

    func contactCensus(on day: CalendarDate) -> ContactCensus {
        let platforms = backend.rows.partners.count { $0.reference.kind == .platform }
        let current = beside.profiles.values.count {
            ContactStanding(of: $0.profile, on: day) == .current
        }
        return ContactCensus(
            current: current, expired: beside.profiles.count - current,
            missing: platforms - beside.profiles.count)
    }

    // MARK: Commitments

    func commitment(_ identifier: [UInt8]) -> CommitmentRecord? {
        beside.commitments.first { $0.commitment.identifier == identifier }
    }

    func commitment(ofPlatform slug: String, key: [UInt8]) -> CommitmentRecord? {
        beside.commitments.first {
            $0.commitment.platformSlug == slug && $0.origin?.key == key
        }
    }

    func openPromise(ofCase row: UInt64) -> CommitmentRecord? {
        beside.commitments.last { $0.caseRow == row && $0.commitment.state == .open }
    }

    func overdueCommitments(before day: CalendarDate, limit: Int) -> [CommitmentRecord] {
        let overdue = beside.commitments.filter { record in
            record.caseRow == nil && record.commitment.state == .open
                && record.commitment.dueOn < day
        }
        return Array(overdue.sorted { $0.commitment.dueOn < $1.commitment.dueOn }.prefix(limit))
    }

    func nextCommitment() -> UInt64 { UInt64(beside.commitments.count) + 1 }

    func visitCommitments(
        platform slug: String?, below number: UInt64?, _ visit: (CommitmentRecord) -> VisitOrder
    ) {
        for record in beside.commitments.reversed() {
            if let number, record.number >= number { continue }
            if let slug, record.commitment.platformSlug != slug { continue }
            if case .stop = visit(record) { return }
        }
    }

    // MARK: Retaliation

    func earlierCases(of opponents: Opponents, since: Instant, limit: Int) -> [EarlierCase] {
        let rows = (backend.rows.rowsByPlatform[opponents.platform] ?? []).reversed()
        let found = rows.lazy.compactMap { self.caseRecord(row: $0) }.filter { record in
            record.siren == opponents.siren
                && record.createdAtMilliseconds >= since.millisecondsSince1970
        }
        return found.prefix(limit).map { record in
            EarlierCase(
                number: record.number,
                filedAt: Instant(millisecondsSince1970: record.createdAtMilliseconds))
        }
    }

    // MARK: Groups

    func firms(of group: AggregateGroup) -> Int { beside.firms[group] ?? 0 }

    func cases(of firm: AggregateFirm) -> Int { beside.firmCases[firm] ?? 0 }

    func heldCases(of group: AggregateGroup, limit: Int) -> [UInt64] {
        Array((beside.held[group] ?? []).sorted().prefix(limit))
    }

    func releasableGroups(limit: Int) -> [AggregateGroup] {
        let grown = beside.held.filter { group, rows in
            !rows.isEmpty && firms(of: group) >= AggregateGroup.leastFirms
        }
        return Array(grown.keys.prefix(limit))
    }
}
