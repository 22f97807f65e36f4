// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// The rows of works and claims; numbers count from 1 without gaps.
struct MemoryClaims {
    var works: [WorkRecord] = []
    var claims: [ClaimRecord] = []
    var listings: [ClaimListingRecord] = []
    var names: [ListingName: UInt64] = [:]
    var identifiers: [ClaimListingIdentifier: UInt64] = [:]
    var calls: [ClaimCallName: ClaimCallRecord] = [:]
    /// The listings' numbers by platform and place among the reports.
    var reports: [String: [UInt64: UInt64]] = [:]
    var lastReport: UInt64 = 0

    mutating func apply(_ writes: borrowing ClaimWrites) {
        works += writes.works
        for number in writes.claims.keys.sorted() {
            guard let record = writes.claims[number] else { continue }
            if number > UInt64(claims.count) {
                claims.append(record)
            } else {
                claims[Int(number) - 1] = record
            }
        }
        for number in writes.listings.keys.sorted() {
            if let record = writes.listings[number] { put(record) }
        }
        for call in writes.calls {
            calls[ClaimCallName(partner: call.partner, key: call.origin.key)] = call
        }
    }

    private mutating func put(_ record: ClaimListingRecord) {
        let platform = record.name.platform
        if record.number > UInt64(listings.count) {
            listings.append(record)
            names[record.name] = record.number
            identifiers[record.identifier] = record.number
        } else {
            let place = Int(record.number) - 1
            if let report = listings[place].report { reports[platform]?[report] = nil }
            listings[place] = record
        }
        guard let report = record.report else { return }
        reports[platform, default: [:]][report] = record.number
        lastReport = max(lastReport, report)
    }
}

extension MemoryReader {
    private var rows: MemoryClaims { backend.rows.claims }

    func work(_ identifier: WorkIdentifier) -> WorkRecord? {
        rows.works.first { $0.identifier == identifier }
    }

    func claim(_ identifier: StandingClaimIdentifier) -> ClaimRecord? {
        rows.claims.first { $0.identifier == identifier }
    }

    func listings(_ identifiers: [ClaimListingIdentifier]) -> [ClaimListingRecord] {
        identifiers.compactMap { rows.identifiers[$0] }.map { rows.listings[Int($0) - 1] }
    }

    func listings(named names: [ListingName]) -> [ClaimListingRecord] {
        names.compactMap { rows.names[$0] }.map { rows.listings[Int($0) - 1] }
    }

    func claimCall(_ name: ClaimCallName) -> ClaimCallRecord? { rows.calls[name] }

    func nextClaimNumbers() -> ClaimNumbers {
        ClaimNumbers(
            work: UInt64(rows.works.count) + 1, claim: UInt64(rows.claims.count) + 1,
            listing: UInt64(rows.listings.count) + 1, report: rows.lastReport + 1)
    }

    func visitWorks(
        of registrant: PartnerNumber?, below number: UInt64?,
        _ visit: (WorkRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        for record in rows.works.reversed() {
            if let number, record.number >= number { continue }
            if let registrant, record.registrant != registrant { continue }
            if case .stop = try visit(record) { return }
        }
    }

    func visitClaims(
        _ walk: ClaimWalk, below number: UInt64?,
        _ visit: (ClaimRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        for record in rows.claims.reversed() {
            if let number, record.number >= number { continue }
            switch walk {
            case .all: break
            case .registrant(let partner): if record.registrant != partner { continue }
            case .work(let work): if record.work != work { continue }
            }
            if case .stop = try visit(record) { return }
        }
    }

    func visitListings(
        _ walk: ListingWalk, after number: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        for record in rows.listings.dropFirst(Int(clamping: number)) {
            let isWanted =
                switch walk {
                case .all: true
                case .registrant(let partner): record.registrant == partner
                case .claim(let claim): record.name.claim == claim
                case .platform(let slug): record.name.platform == slug
                case .awaiting(let partner):
                    record.awaitsReview && partner.map { $0 == record.registrant } ?? true
                }
            guard isWanted else { continue }
            if case .stop = try visit(record) { return }
        }
    }

    func visitReports(
        to platform: String, after report: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        for place in (rows.reports[platform] ?? [:]).keys.sorted() where place > report {
            guard let number = rows.reports[platform]?[place] else { continue }
            if case .stop = try visit(rows.listings[Int(number) - 1]) { return }
        }
    }
}
