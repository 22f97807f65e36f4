// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

package import RecoursMessages
package import RecoursTransport

/// A right holder registers a work once, opens one claim against all platforms, and adds copies to
/// it by the thousand; each platform pulls what was reported to it and answers listing by listing.
package struct ClaimServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Registers a work; for associations and businesses. Needs an idempotency key.
    package func registerWork(
        _ request: RegisterWorkRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> RegisterWorkResponse {
        try await caller.unary(ClaimServiceMethods.registerWork, request, options)
    }

    /// Its registrant, mediators, and platforms that a claim for it is held against.
    package func getWork(
        _ request: GetWorkRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetWorkResponse {
        try await caller.unary(ClaimServiceMethods.getWork, request, options)
    }

    /// The caller's own, a mediator all; the newest first.
    package func listWorks(
        _ request: ListWorksRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListWorksResponse {
        try await caller.unary(ClaimServiceMethods.listWorks, request, options)
    }

    /// Opens a claim for a work of the caller's. Needs an idempotency key.
    package func openClaim(
        _ request: OpenClaimRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> OpenClaimResponse {
        try await caller.unary(ClaimServiceMethods.openClaim, request, options)
    }

    /// Its holder and mediators. A platform learns of claims by their listings.
    package func getClaim(
        _ request: GetClaimRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetClaimResponse {
        try await caller.unary(ClaimServiceMethods.getClaim, request, options)
    }

    /// The caller's own, a mediator all; the newest first.
    package func listClaims(
        _ request: ListClaimsRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListClaimsResponse {
        try await caller.unary(ClaimServiceMethods.listClaims, request, options)
    }

    /// Withdraws a claim of the caller's, for good.
    package func withdrawClaim(
        _ request: WithdrawClaimRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> WithdrawClaimResponse {
        try await caller.unary(ClaimServiceMethods.withdrawClaim, request, options)
    }

    /// Suspends a claim; for mediators.
    package func suspendClaim(
        _ request: SuspendClaimRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> SuspendClaimResponse {
        try await caller.unary(ClaimServiceMethods.suspendClaim, request, options)
    }

    /// Resumes a suspended or throttled one, and counts what is wrong in it from 0; for mediators.
    package func resumeClaim(
        _ request: ResumeClaimRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ResumeClaimResponse {
        try await caller.unary(ClaimServiceMethods.resumeClaim, request, options)
    }

    /// Reports copies under a claim of the caller's that is ACTIVE. All that are right are stored
    /// together; each gets its own result. Needs an idempotency key.
    package func addListings(
        _ request: AddListingsRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> AddListingsResponse {
        try await caller.unary(ClaimServiceMethods.addListings, request, options)
    }

    /// A holder's own, a platform's those reported to it, a mediator's all; in the order in which
    /// they came.
    package func listListings(
        _ request: ListListingsRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListListingsResponse {
        try await caller.unary(ClaimServiceMethods.listListings, request, options)
    }

    /// What was reported to the calling platform after the cursor, in order; waits for something to
    /// come if nothing has. A listing stands at the place of its last report: a reader that goes on
    /// from its cursor misses none.
    package func pullListings(
        _ request: PullListingsRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> PullListingsResponse {
        try await caller.unary(ClaimServiceMethods.pullListings, request, options)
    }

    /// Answers listings reported to the calling platform. Each gets its own result. Needs an
    /// idempotency key.
    package func answerListings(
        _ request: AnswerListingsRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> AnswerListingsResponse {
        try await caller.unary(ClaimServiceMethods.answerListings, request, options)
    }

    /// Matches that wait for a person, of the caller's claims, the oldest first; a mediator's all.
    package func listMatches(
        _ request: ListMatchesRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListMatchesResponse {
        try await caller.unary(ClaimServiceMethods.listMatches, request, options)
    }

    /// Reports a match of the caller's claims, or says that it is no copy.
    package func reviewMatch(
        _ request: ReviewMatchRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ReviewMatchResponse {
        try await caller.unary(ClaimServiceMethods.reviewMatch, request, options)
    }

    /// How fast copies went, by claim and platform, the newest claims first: of a holder's own
    /// claims, of a platform's listings. A line counts all listings that it is of.
    package func claimFigures(
        _ request: ClaimFiguresRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ClaimFiguresResponse {
        try await caller.unary(ClaimServiceMethods.claimFigures, request, options)
    }
}
