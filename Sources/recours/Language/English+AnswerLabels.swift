// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

// English names of what the protocol enumerates: answers and what they are about.
extension English {
    static let answers: [(ResponseType, String)] = [
        (.remedyDone, "remedy done"),
        (.remedyPromised, "remedy promised"),
        (.explanation, "explanation"),
        (.decisionUpheld, "decision upheld"),
        (.notConcerned, "not concerned"),
        (.infoNeeded, "information needed"),
        (.inProgress, "in progress"),
        (.duplicateOf, "duplicate of another case"),
        (.alreadySettled, "already settled"),
    ]

    static let remedies: [(RemedyKind, String)] = [
        (.relisted, "relisted"),
        (.accountReinstated, "account reinstated"),
        (.fundsReleased, "funds released"),
        (.feeRefunded, "fee refunded"),
        (.listingsRemoved, "listings removed"),
        (.sellerSanctioned, "seller sanctioned"),
        (.stayDownEnabled, "stay-down enabled"),
        (.humanContact, "human contact"),
        (.termsNoticeGiven, "notice of terms given"),
        (.termsWithdrawn, "terms withdrawn"),
        (.rankingExplained, "ranking explained"),
        (.dataProvided, "data provided"),
        (.reviewCorrected, "review corrected"),
        (.compensation, "compensation"),
    ]

    static let notConcernedReasons: [(NotConcernedReason, String)] = [
        (.homonym, "same name only"),
        (.sameGroup, "same group"),
        (.thirdPartySeller, "third-party seller"),
        (.unknown, "unknown"),
        (.impersonation, "impersonation"),
    ]

    static let listingAnswers: [(ListingAnswerKind, String)] = [
        (.underReview, "under review"),
        (.removed, "removed"),
        (.refused, "refused"),
        (.restored, "restored"),
    ]

    static let listings: [(ListingState, String)] = [
        (.observed, "observed"),
        (.reported, "reported"),
        (.underReview, "under review"),
        (.removed, "removed"),
        (.refused, "kept online"),
        (.reappeared, "reappeared"),
    ]

    static let rights: [(IpRightKind, String)] = [
        (.trademark, "trade mark"),
        (.design, "design"),
        (.patent, "patent"),
        (.utilityModel, "utility model"),
        (.copyright, "copyright"),
        (.geographicalIndication, "geographical indication"),
    ]

    static let termsChanges: [(TermsChangeKind, String)] = [
        (.terms, "terms"),
        (.fees, "fees"),
    ]

    static let visibilityDecisions: [(VisibilityDecision, String)] = [
        (.contentRemoved, "content removed"),
        (.contentDisabled, "content disabled"),
        (.contentDemoted, "content demoted"),
        (.contentAgeRestricted, "content age-restricted"),
        (.contentInteractionRestricted, "interaction restricted"),
        (.contentLabelled, "content labelled"),
        (.other, "other visibility measure"),
    ]

    static let monetaryDecisions: [(MonetaryDecision, String)] = [
        (.suspension, "payments suspended"),
        (.termination, "payments terminated"),
        (.other, "other monetary measure"),
    ]

    static let provisionDecisions: [(ProvisionDecision, String)] = [
        (.partialSuspension, "service suspended in part"),
        (.totalSuspension, "service suspended"),
        (.partialTermination, "service terminated in part"),
        (.totalTermination, "service terminated"),
    ]

    static let accountDecisions: [(AccountDecision, String)] = [
        (.suspended, "account suspended"),
        (.terminated, "account terminated"),
    ]

    static let grounds: [(DecisionGround, String)] = [
        (.illegal, "illegal content"),
        (.terms, "terms and conditions"),
    ]

    static let sources: [(DecisionSource, String)] = [
        (.article16, "notice (article 16)"),
        (.trustedFlagger, "trusted flagger"),
        (.otherNotification, "other notification"),
        (.voluntary, "own initiative"),
    ]

    static let automations: [(AutomatedDecision, String)] = [
        (.fully, "automated"),
        (.partially, "partly automated"),
        (.notAutomated, "taken by a person"),
    ]
}
