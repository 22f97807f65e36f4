// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What is to be done about works and claims. What was sent has been checked by its own rules; who
/// may, and what is there, is for the store to say.
package enum ClaimOrder: Sendable {
    case register(Work, CallOrigin)
    case open(StandingClaim, CallOrigin)
    /// By its holder, or by a mediator: the change says which.
    case change(StandingClaimIdentifier, ClaimChange, by: PartnerReference, at: Instant)
    /// One item a listing named; nil for one that broke rules.
    case add(
        [NamedListing?], to: StandingClaimIdentifier, by: PartnerReference, CallOrigin,
        at: Instant)
    /// One item a listing answered; nil for one that broke rules.
    case reply([ListingReply?], by: PartnerReference, CallOrigin, at: Instant)
    case review(ClaimListingIdentifier, MatchVerdict, by: PartnerReference, at: Instant)
    /// What a partner saw and is like works, as the matcher says. It may be sent again.
    case observe([ObservedListing], by: PartnerReference, at: Instant)

    /// Whose order it is.
    package var partner: PartnerReference {
        switch self {
        case .register(let work, _): work.registrant
        case .open(let claim, _): claim.registrant
        case .change(_, _, let partner, _), .add(_, _, let partner, _, _),
            .reply(_, let partner, _, _), .review(_, _, let partner, _),
            .observe(_, let partner, _):
            partner
        }
    }

    /// Bytes it is taken to occupy while it waits.
    var queuedBytes: Int {
        switch self {
        case .register: 16_384
        case .open: 8_192
        case .change, .review: 2_048
        case .add(let items, _, _, _, _): 1_024 * (items.count + 1)
        case .reply(let items, _, _, _): 512 * (items.count + 1)
        case .observe(let items, _, _): 1_024 * (items.count + 1)
        }
    }
}

/// A copy that a holder names.
package struct NamedListing: Sendable, Hashable {
    /// Of the row, if there is none yet.
    package var identifier: ClaimListingIdentifier
    package var platform: String
    package var listing: Listing

    package init(identifier: ClaimListingIdentifier, platform: String, listing: Listing) {
        self.identifier = identifier
        self.platform = platform
        self.listing = listing
    }
}

/// A listing that was seen and is like a claim's work.
package struct ObservedListing: Sendable, Hashable {
    package var claim: StandingClaimIdentifier
    package var named: NamedListing
    package var match: ListingMatch

    package init(claim: StandingClaimIdentifier, named: NamedListing, match: ListingMatch) {
        self.claim = claim
        self.named = named
        self.match = match
    }
}

/// What came of a `ClaimOrder`.
package enum ClaimOutcome: Sendable {
    case work(Work, isNew: Bool)
    case claim(StandingClaim, isNew: Bool)
    /// In the order of the items; a listing as it now is.
    case additions([ItemResult<ListingAddition>])
    case replies([ItemResult<ListingReplyOutcome>])
    case observations([ItemResult<MatchOutcome>])
    case listing(ClaimListing)

    /// What came of one item.
    package struct ItemResult<Outcome: Sendable>: Sendable {
        package var outcome: Outcome
        package var listing: ClaimListing?

        package init(_ outcome: Outcome, _ listing: ClaimListing?) {
            self.outcome = outcome
            self.listing = listing
        }
    }
}
