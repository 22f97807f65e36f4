// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore

// Works and claims, which no flaw touches.
extension FlawedReader {
    func work(_ identifier: WorkIdentifier) throws(StoreError) -> WorkRecord? {
        try source.work(identifier)
    }

    func claim(_ identifier: StandingClaimIdentifier) throws(StoreError) -> ClaimRecord? {
        try source.claim(identifier)
    }

    func listings(
        _ identifiers: [ClaimListingIdentifier]
    ) throws(StoreError) -> [ClaimListingRecord] {
        try source.listings(identifiers)
    }

    func listings(named names: [ListingName]) throws(StoreError) -> [ClaimListingRecord] {
        try source.listings(named: names)
    }

    func claimCall(_ name: ClaimCallName) throws(StoreError) -> ClaimCallRecord? {
        try source.claimCall(name)
    }

    func nextClaimNumbers() throws(StoreError) -> ClaimNumbers { try source.nextClaimNumbers() }

    func visitWorks(
        of registrant: PartnerNumber?, below number: UInt64?,
        _ visit: (WorkRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try source.visitWorks(of: registrant, below: number, visit)
    }

    func visitClaims(
        _ walk: ClaimWalk, below number: UInt64?,
        _ visit: (ClaimRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try source.visitClaims(walk, below: number, visit)
    }

    func visitListings(
        _ walk: ListingWalk, after number: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try source.visitListings(walk, after: number, visit)
    }

    func visitReports(
        to platform: String, after report: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        try source.visitReports(to: platform, after: report, visit)
    }
}
