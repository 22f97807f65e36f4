// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The methods of `recours.v1.ClaimService`.
package enum ClaimServiceMethods {
    /// Registers a work; for associations and businesses. Needs an idempotency key.
    package static let registerWork = MethodDescriptor(
        fullName: "recours.v1.ClaimService/RegisterWork",
        shape: .unary, repeatability: .idempotent)
    /// Its registrant, mediators, and platforms that a claim for it is held against.
    package static let getWork = MethodDescriptor(
        fullName: "recours.v1.ClaimService/GetWork",
        shape: .unary, repeatability: .noSideEffects)
    /// The caller's own, a mediator all; the newest first.
    package static let listWorks = MethodDescriptor(
        fullName: "recours.v1.ClaimService/ListWorks",
        shape: .unary, repeatability: .noSideEffects)
    /// Opens a claim for a work of the caller's. Needs an idempotency key.
    package static let openClaim = MethodDescriptor(
        fullName: "recours.v1.ClaimService/OpenClaim",
        shape: .unary, repeatability: .idempotent)
    /// Its holder and mediators. A platform learns of claims by their listings.
    package static let getClaim = MethodDescriptor(
        fullName: "recours.v1.ClaimService/GetClaim",
        shape: .unary, repeatability: .noSideEffects)
    /// The caller's own, a mediator all; the newest first.
    package static let listClaims = MethodDescriptor(
        fullName: "recours.v1.ClaimService/ListClaims",
        shape: .unary, repeatability: .noSideEffects)
    /// Withdraws a claim of the caller's, for good.
    package static let withdrawClaim = MethodDescriptor(
        fullName: "recours.v1.ClaimService/WithdrawClaim",
        shape: .unary, repeatability: .idempotent)
    /// Suspends a claim; for mediators.
    package static let suspendClaim = MethodDescriptor(
        fullName: "recours.v1.ClaimService/SuspendClaim",
        shape: .unary, repeatability: .idempotent)
    /// Resumes a suspended or throttled one, and counts what is wrong in it from 0; for mediators.
    package static let resumeClaim = MethodDescriptor(
        fullName: "recours.v1.ClaimService/ResumeClaim",
        shape: .unary, repeatability: .idempotent)
    /// Reports copies under a claim of the caller's that is ACTIVE. All that are right are stored
    /// together; each gets its own result. Needs an idempotency key.
    package static let addListings = MethodDescriptor(
        fullName: "recours.v1.ClaimService/AddListings",
        shape: .unary, repeatability: .idempotent)
    /// A holder's own, a platform's those reported to it, a mediator's all; in the order in which
    /// they came.
    package static let listListings = MethodDescriptor(
        fullName: "recours.v1.ClaimService/ListListings",
        shape: .unary, repeatability: .noSideEffects)
    /// What was reported to the calling platform after the cursor, in order; waits for something to
    /// come if nothing has. A listing stands at the place of its last report: a reader that goes on
    /// from its cursor misses none.
    package static let pullListings = MethodDescriptor(
        fullName: "recours.v1.ClaimService/PullListings",
        shape: .unary, repeatability: .noSideEffects)
    /// Answers listings reported to the calling platform. Each gets its own result. Needs an
    /// idempotency key.
    package static let answerListings = MethodDescriptor(
        fullName: "recours.v1.ClaimService/AnswerListings",
        shape: .unary, repeatability: .idempotent)
    /// Matches that wait for a person, of the caller's claims, the oldest first; a mediator's all.
    package static let listMatches = MethodDescriptor(
        fullName: "recours.v1.ClaimService/ListMatches",
        shape: .unary, repeatability: .noSideEffects)
    /// Reports a match of the caller's claims, or says that it is no copy.
    package static let reviewMatch = MethodDescriptor(
        fullName: "recours.v1.ClaimService/ReviewMatch",
        shape: .unary, repeatability: .idempotent)
    /// How fast copies went, by claim and platform, the newest claims first: of a holder's own
    /// claims, of a platform's listings. A line counts all listings that it is of.
    package static let claimFigures = MethodDescriptor(
        fullName: "recours.v1.ClaimService/ClaimFigures",
        shape: .unary, repeatability: .noSideEffects)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            registerWork,
            getWork,
            listWorks,
            openClaim,
            getClaim,
            listClaims,
            withdrawClaim,
            suspendClaim,
            resumeClaim,
            addListings,
            listListings,
            pullListings,
            answerListings,
            listMatches,
            reviewMatch,
            claimFigures,
        ]
    }
}
