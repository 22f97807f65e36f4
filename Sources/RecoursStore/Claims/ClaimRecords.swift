// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A work as a store keeps it: what is looked for in columns, all of it in the body.
package struct WorkRecord: Sendable, Hashable {
    /// Counted from 1; never shown to a partner.
    package var number: UInt64
    package var identifier: WorkIdentifier
    package var registrant: PartnerNumber
    /// The work by the store's codec.
    package var body: [UInt8]

    package init(
        number: UInt64, identifier: WorkIdentifier, registrant: PartnerNumber, body: [UInt8]
    ) {
        self.number = number
        self.identifier = identifier
        self.registrant = registrant
        self.body = body
    }
}

/// A standing claim as a store keeps it.
package struct ClaimRecord: Sendable, Hashable {
    /// Counted from 1; never shown to a partner.
    package var number: UInt64
    package var identifier: StandingClaimIdentifier
    package var registrant: PartnerNumber
    /// The work's number.
    package var work: UInt64
    package var body: [UInt8]

    package init(
        number: UInt64, identifier: StandingClaimIdentifier, registrant: PartnerNumber,
        work: UInt64, body: [UInt8]
    ) {
        self.number = number
        self.identifier = identifier
        self.registrant = registrant
        self.work = work
        self.body = body
    }
}

/// What a listing is known by within a store.
package struct ListingName: Sendable, Hashable {
    /// The claim's number.
    package var claim: UInt64
    /// Slug.
    package var platform: String
    package var platformListingIdentifier: String

    package init(claim: UInt64, platform: String, platformListingIdentifier: String) {
        self.claim = claim
        self.platform = platform
        self.platformListingIdentifier = platformListingIdentifier
    }
}

/// A listing of a claim as a store keeps it.
package struct ClaimListingRecord: Sendable, Hashable {
    /// Counted from 1 in the order in which they came; never shown to a partner.
    package var number: UInt64
    package var identifier: ClaimListingIdentifier
    package var name: ListingName
    /// The claim's registrant.
    package var registrant: PartnerNumber
    package var awaitsReview: Bool
    /// Its place among all reports, of the last one; nil while it was never reported. Places are
    /// given out in the order of the transactions, so that a reader behind one misses none.
    package var report: UInt64?
    package var body: [UInt8]

    package init(
        number: UInt64, identifier: ClaimListingIdentifier, name: ListingName,
        registrant: PartnerNumber, awaitsReview: Bool, report: UInt64?, body: [UInt8]
    ) {
        self.number = number
        self.identifier = identifier
        self.name = name
        self.registrant = registrant
        self.awaitsReview = awaitsReview
        self.report = report
        self.body = body
    }
}

/// A call that changed claims, and what came of it: repeated, it gets the same again.
package struct ClaimCallRecord: Sendable, Hashable {
    package var partner: PartnerNumber
    package var origin: CallOrigin
    package var at: Instant
    /// An identifier of 16 bytes, or a byte for each item of the call.
    package var result: [UInt8]

    package init(partner: PartnerNumber, origin: CallOrigin, at: Instant, result: [UInt8]) {
        self.partner = partner
        self.origin = origin
        self.at = at
        self.result = result
    }
}

/// A partner's key for a call.
package struct ClaimCallName: Sendable, Hashable {
    package var partner: PartnerNumber
    package var key: [UInt8]

    package init(partner: PartnerNumber, key: [UInt8]) {
        self.partner = partner
        self.key = key
    }
}

/// The next free numbers.
package struct ClaimNumbers: Sendable, Hashable {
    package var work: UInt64
    package var claim: UInt64
    package var listing: UInt64
    package var report: UInt64

    package init(work: UInt64, claim: UInt64, listing: UInt64, report: UInt64) {
        self.work = work
        self.claim = claim
        self.listing = listing
        self.report = report
    }
}

/// What one batch changes of works and claims, each row once.
package struct ClaimWrites: Sendable {
    package var works: [WorkRecord] = []
    /// By number.
    package var claims: [UInt64: ClaimRecord] = [:]
    package var listings: [UInt64: ClaimListingRecord] = [:]
    package var calls: [ClaimCallRecord] = []
    /// The last place among the reports, by platform that was told of something.
    package var reports: [PartnerNumber: UInt64] = [:]
    /// Whether a claim is new, or finds other things than before: who compares what is seen with
    /// the works must learn of it.
    package var changesWhatIsFound = false

    package var isEmpty: Bool {
        works.isEmpty && claims.isEmpty && listings.isEmpty && calls.isEmpty
    }
}
