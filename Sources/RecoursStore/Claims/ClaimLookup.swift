// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// The rows of works and claims that deciding a command needs.
package protocol ClaimLookup: AnyObject {
    func work(_ identifier: WorkIdentifier) throws(StoreError) -> WorkRecord?
    func claim(_ identifier: StandingClaimIdentifier) throws(StoreError) -> ClaimRecord?
    /// Those that are there, in any order.
    func listings(
        _ identifiers: [ClaimListingIdentifier]
    ) throws(StoreError) -> [ClaimListingRecord]
    /// Those that are there, in any order.
    func listings(named names: [ListingName]) throws(StoreError) -> [ClaimListingRecord]
    func claimCall(_ name: ClaimCallName) throws(StoreError) -> ClaimCallRecord?
    func nextClaimNumbers() throws(StoreError) -> ClaimNumbers
}

/// Which listings are walked through, in the order in which they came.
package enum ListingWalk: Sendable, Hashable {
    case all
    case registrant(PartnerNumber)
    /// By the claim's number.
    case claim(UInt64)
    /// By its slug, also what it may not see.
    case platform(String)
    /// Matches that wait for a person: a partner's, or all.
    case awaiting(PartnerNumber?)
}

/// Which claims are walked through, the newest first.
package enum ClaimWalk: Sendable, Hashable {
    case all
    case registrant(PartnerNumber)
    /// By the work's number.
    case work(UInt64)
}

/// What readers ask for of works and claims, within a snapshot. The back end knows no scope here:
/// whoever visits must ask it.
package protocol ClaimReader: ClaimLookup {
    /// Visits works below a number, the newest first, until `visit` says to stop.
    func visitWorks(
        of registrant: PartnerNumber?, below number: UInt64?,
        _ visit: (WorkRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError)
    /// Visits claims below a number, the newest first.
    func visitClaims(
        _ walk: ClaimWalk, below number: UInt64?,
        _ visit: (ClaimRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError)
    /// Visits listings above a number.
    func visitListings(
        _ walk: ListingWalk, after number: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError)
    /// Visits what was reported to a platform behind a place, in the order of the reports.
    func visitReports(
        to platform: String, after report: UInt64,
        _ visit: (ClaimListingRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError)
}
