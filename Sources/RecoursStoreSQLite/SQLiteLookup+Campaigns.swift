// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// The statements of what is beside the cases: campaigns, profiles, commitments, groups, claims.
struct CampaignReaders {
    let campaigns: CampaignStatements
    let profiles: ProfileStatements
    let commitments: CommitmentStatements
    let aggregates: AggregateStatements
    let claims: ClaimStatements

    init(_ connection: SQLiteConnection) throws(StoreError) {
        campaigns = try CampaignStatements(connection)
        profiles = try ProfileStatements(connection)
        commitments = try CommitmentStatements(connection)
        aggregates = try AggregateStatements(connection)
        claims = try ClaimStatements(connection)
    }
}

/// What writes the same.
struct CampaignWriters {
    private let campaigns: CampaignWriter
    private let profiles: ProfileWriter
    private let commitments: CommitmentWriter
    private let aggregates: AggregateWriter
    private let claims: ClaimWriter

    init(_ connection: SQLiteConnection) throws(StoreError) {
        campaigns = try CampaignWriter(connection)
        profiles = try ProfileWriter(connection)
        commitments = try CommitmentWriter(connection)
        aggregates = try AggregateWriter(connection)
        claims = try ClaimWriter(connection)
    }

    func write(_ writes: borrowing WriteSet) throws(StoreError) {
        try campaigns.write(writes.campaigns)
        for number in writes.profiles.keys.sorted() {
            if let record = writes.profiles[number] { try profiles.write(record) }
        }
        for number in writes.commitments.keys.sorted() {
            if let record = writes.commitments[number] { try commitments.write(record) }
        }
        try aggregates.write(writes.aggregates)
        try claims.write(writes.claims)
    }
}

extension SQLiteLookup {
    func campaign(_ identifier: CampaignIdentifier) throws(StoreError) -> CampaignRecord? {
        try beside.campaigns.campaign(identifier)
    }

    func campaign(named name: String) throws(StoreError) -> CampaignRecord? {
        try beside.campaigns.campaign(named: name)
    }

    func nextCampaign() throws(StoreError) -> CampaignNumber { try beside.campaigns.next() }

    func campaigns(
        below number: CampaignNumber?, limit: Int
    ) throws(StoreError) -> [CampaignRecord] {
        try beside.campaigns.campaigns(below: number, limit: limit)
    }

    func visitCounts(
        of campaign: CampaignNumber, _ visit: (CampaignCounter, Int64) -> Void
    ) throws(StoreError) {
        try beside.campaigns.visitCounts(of: campaign, visit)
    }

    func visitOpenCases(
        of campaign: CampaignNumber, after position: CampaignCasePosition?,
        _ visit: (CampaignCasePosition, CaseRecord?) -> VisitOrder
    ) throws(StoreError) {
        try beside.campaigns.visitOpenCases(of: campaign, after: position, visit)
    }

    func profile(of platform: PartnerNumber) throws(StoreError) -> ProfileRecord? {
        try beside.profiles.profile(of: platform)
    }

    func contactCensus(on day: CalendarDate) throws(StoreError) -> ContactCensus {
        try beside.profiles.contactCensus(on: day)
    }

    func commitment(_ identifier: [UInt8]) throws(StoreError) -> CommitmentRecord? {
        try beside.commitments.commitment(identifier)
    }

    func commitment(
        ofPlatform slug: String, key: [UInt8]
    ) throws(StoreError) -> CommitmentRecord? {
        try beside.commitments.commitment(ofPlatform: slug, key: key)
    }

    func openPromise(ofCase row: UInt64) throws(StoreError) -> CommitmentRecord? {
        try beside.commitments.openPromise(ofCase: row)
    }

    func overdueCommitments(
        before day: CalendarDate, limit: Int
    ) throws(StoreError) -> [CommitmentRecord] {
        try beside.commitments.overdueCommitments(before: day, limit: limit)
    }

    func nextCommitment() throws(StoreError) -> UInt64 { try beside.commitments.next() }

    func visitCommitments(
        platform slug: String?, below number: UInt64?, _ visit: (CommitmentRecord) -> VisitOrder
    ) throws(StoreError) {
        try beside.commitments.visitCommitments(platform: slug, below: number, visit)
    }

    func firms(of group: AggregateGroup) throws(StoreError) -> Int {
        try beside.aggregates.firms(of: group)
    }

    func cases(of firm: AggregateFirm) throws(StoreError) -> Int {
        try beside.aggregates.cases(of: firm)
    }

    func heldCases(of group: AggregateGroup, limit: Int) throws(StoreError) -> [UInt64] {
        try beside.aggregates.heldCases(of: group, limit: limit)
    }

    func releasableGroups(limit: Int) throws(StoreError) -> [AggregateGroup] {
        try beside.aggregates.releasableGroups(limit: limit)
    }

    func earlierCases(
        of opponents: Opponents, since: Instant, limit: Int
    ) throws(StoreError) -> [EarlierCase] {
        try beside.aggregates.earlierCases(of: opponents, since: since, limit: limit)
    }
}
