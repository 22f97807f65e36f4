// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

// English names of what the protocol enumerates: standing claims and their listings.
extension English {
    static let claimStates: [(ClaimState, String)] = [
        (.active, "active"),
        (.suspended, "suspended"),
        (.withdrawn, "withdrawn"),
    ]

    static let listingRefusals: [(ListingRefusalReason, String)] = [
        (.noSuchListing, "no such listing"),
        (.licensed, "licensed seller"),
        (.genuine, "genuine product"),
        (.notSimilar, "not similar"),
        (.rightDoesNotHold, "the right does not hold here"),
        (.notSubstantiated, "not substantiated"),
        (.badFaith, "in bad faith"),
    ]

    static let listingAdditions: [(ListingAddition, String)] = [
        (.created, "reported"),
        (.exists, "reported before"),
        (.reappeared, "reappeared"),
        (.rejected, "rejected"),
    ]

    static let listingReplies: [(ListingReplyOutcome, String)] = [
        (.ok, "taken"),
        (.exists, "said before"),
        (.staleVersion, "stale version"),
        (.rejected, "rejected"),
        (.notFound, "not found"),
    ]

    static let matchOutcomes: [(MatchOutcome, String)] = [
        (.below, "too little alike"),
        (.queued, "to be looked at"),
        (.reported, "reported"),
        (.known, "known"),
        (.reappeared, "reappeared"),
        (.passedOver, "passed over"),
    ]

    static let matchVerdicts: [(MatchVerdict, String)] = [
        (.copy, "copy"),
        (.noCopy, "no copy"),
    ]
}
