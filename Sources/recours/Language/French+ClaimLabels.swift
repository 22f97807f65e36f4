// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

// French names of what the protocol enumerates: standing claims and their listings.
extension French {
    static let claimStates: [(ClaimState, String)] = [
        (.active, "active"),
        (.suspended, "suspendue"),
        (.withdrawn, "retirée"),
    ]

    static let listingRefusals: [(ListingRefusalReason, String)] = [
        (.noSuchListing, "annonce introuvable"),
        (.licensed, "vendeur licencié"),
        (.genuine, "produit authentique"),
        (.notSimilar, "pas ressemblante"),
        (.rightDoesNotHold, "droit sans effet ici"),
        (.notSubstantiated, "non étayée"),
        (.badFaith, "de mauvaise foi"),
    ]

    static let listingAdditions: [(ListingAddition, String)] = [
        (.created, "signalée"),
        (.exists, "déjà signalée"),
        (.reappeared, "réapparue"),
        (.rejected, "rejetée"),
    ]

    static let listingReplies: [(ListingReplyOutcome, String)] = [
        (.ok, "prise en compte"),
        (.exists, "déjà dite"),
        (.staleVersion, "version dépassée"),
        (.rejected, "rejetée"),
        (.notFound, "introuvable"),
    ]

    static let matchOutcomes: [(MatchOutcome, String)] = [
        (.below, "trop peu ressemblante"),
        (.queued, "à vérifier"),
        (.reported, "signalée"),
        (.known, "connue"),
        (.reappeared, "réapparue"),
        (.passedOver, "écartée"),
    ]

    static let matchVerdicts: [(MatchVerdict, String)] = [
        (.copy, "copie"),
        (.noCopy, "pas une copie"),
    ]
}
