// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension SQLiteLookup {
    func work(_ identifier: WorkIdentifier) throws(StoreError) -> WorkRecord? {
        try beside.claims.work(identifier)
    }

    func claim(_ identifier: StandingClaimIdentifier) throws(StoreError) -> ClaimRecord? {
        try beside.claims.claim(identifier)
    }

    func listings(
        _ identifiers: [ClaimListingIdentifier]
    ) throws(StoreError) -> [ClaimListingRecord] {
        var found: [ClaimListingRecord] = []
        for identifier in identifiers {
            if let record = try beside.claims.listing(identifier) { found.append(record) }
        }
        return found
    }

    func listings(named names: [ListingName]) throws(StoreError) -> [ClaimListingRecord] {
        var found: [ClaimListingRecord] = []
        for name in names {
            if let record = try beside.claims.listing(named: name) { found.append(record) }
        }
        return found
    }

    func claimCall(_ name: ClaimCallName) throws(StoreError) -> ClaimCallRecord? {
        try beside.claims.call(name)
    }

    func nextClaimNumbers() throws(StoreError) -> ClaimNumbers { try beside.claims.next() }

    func visitWorks(
        of registrant: PartnerNumber?, below number: UInt64?,
        _ visit: (WorkRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try beside.claims.visitWorks(of: registrant, below: number, visit)
    }

    func visitClaims(
        _ walk: ClaimWalk, below number: UInt64?,
        _ visit: (ClaimRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try beside.claims.visitClaims(walk, below: number, visit)
    }

    func visitListings(
        _ walk: ListingWalk, after number: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try beside.claims.visitListings(walk, after: number, visit)
    }

    func visitReports(
        to platform: String, after report: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try beside.claims.visitReports(to: platform, after: report, visit)
    }
}
