// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

package import RecoursMessages
package import RecoursTransport

/// A right holder registers a work once, opens one claim against all platforms, and adds copies to
/// it by the thousand; each platform pulls what was reported to it and answers listing by listing.
package protocol ClaimServiceHandling: Sendable {
    /// Registers a work; for associations and businesses. Needs an idempotency key.
    func registerWork(
        _ request: RegisterWorkRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> RegisterWorkResponse

    /// Its registrant, mediators, and platforms that a claim for it is held against.
    func getWork(
        _ request: GetWorkRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetWorkResponse

    /// The caller's own, a mediator all; the newest first.
    func listWorks(
        _ request: ListWorksRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListWorksResponse

    /// Opens a claim for a work of the caller's. Needs an idempotency key.
    func openClaim(
        _ request: OpenClaimRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> OpenClaimResponse

    /// Its holder and mediators. A platform learns of claims by their listings.
    func getClaim(
        _ request: GetClaimRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetClaimResponse

    /// The caller's own, a mediator all; the newest first.
    func listClaims(
        _ request: ListClaimsRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListClaimsResponse

    /// Withdraws a claim of the caller's, for good.
    func withdrawClaim(
        _ request: WithdrawClaimRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> WithdrawClaimResponse

    /// Suspends a claim; for mediators.
    func suspendClaim(
        _ request: SuspendClaimRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> SuspendClaimResponse

    /// Resumes a suspended or throttled one, and counts what is wrong in it from 0; for mediators.
    func resumeClaim(
        _ request: ResumeClaimRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ResumeClaimResponse

    /// Reports copies under a claim of the caller's that is ACTIVE. All that are right are stored
    /// together; each gets its own result. Needs an idempotency key.
    func addListings(
        _ request: AddListingsRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> AddListingsResponse

    /// A holder's own, a platform's those reported to it, a mediator's all; in the order in which
    /// they came.
    func listListings(
        _ request: ListListingsRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListListingsResponse

    /// What was reported to the calling platform after the cursor, in order; waits for something to
    /// come if nothing has. A listing stands at the place of its last report: a reader that goes on
    /// from its cursor misses none.
    func pullListings(
        _ request: PullListingsRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> PullListingsResponse

    /// Answers listings reported to the calling platform. Each gets its own result. Needs an
    /// idempotency key.
    func answerListings(
        _ request: AnswerListingsRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> AnswerListingsResponse

    /// Matches that wait for a person, of the caller's claims, the oldest first; a mediator's all.
    func listMatches(
        _ request: ListMatchesRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListMatchesResponse

    /// Reports a match of the caller's claims, or says that it is no copy.
    func reviewMatch(
        _ request: ReviewMatchRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ReviewMatchResponse

    /// How fast copies went, by claim and platform, the newest claims first: of a holder's own
    /// claims, of a platform's listings. A line counts all listings that it is of.
    func claimFigures(
        _ request: ClaimFiguresRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ClaimFiguresResponse
}

extension ClaimServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(ClaimServiceMethods.registerWork) {
            (
                request: RegisterWorkRequest, call: CallContext
            ) async throws(RPCStatus) -> RegisterWorkResponse in
            try await self.registerWork(request, call)
        }
        router.unary(ClaimServiceMethods.getWork) {
            (
                request: GetWorkRequest, call: CallContext
            ) async throws(RPCStatus) -> GetWorkResponse in
            try await self.getWork(request, call)
        }
        router.unary(ClaimServiceMethods.listWorks) {
            (
                request: ListWorksRequest, call: CallContext
            ) async throws(RPCStatus) -> ListWorksResponse in
            try await self.listWorks(request, call)
        }
        router.unary(ClaimServiceMethods.openClaim) {
            (
                request: OpenClaimRequest, call: CallContext
            ) async throws(RPCStatus) -> OpenClaimResponse in
            try await self.openClaim(request, call)
        }
        router.unary(ClaimServiceMethods.getClaim) {
            (
                request: GetClaimRequest, call: CallContext
            ) async throws(RPCStatus) -> GetClaimResponse in
            try await self.getClaim(request, call)
        }
        router.unary(ClaimServiceMethods.listClaims) {
            (
                request: ListClaimsRequest, call: CallContext
            ) async throws(RPCStatus) -> ListClaimsResponse in
            try await self.listClaims(request, call)
        }
        router.unary(ClaimServiceMethods.withdrawClaim) {
            (
                request: WithdrawClaimRequest, call: CallContext
            ) async throws(RPCStatus) -> WithdrawClaimResponse in
            try await self.withdrawClaim(request, call)
        }
        router.unary(ClaimServiceMethods.suspendClaim) {
            (
                request: SuspendClaimRequest, call: CallContext
            ) async throws(RPCStatus) -> SuspendClaimResponse in
            try await self.suspendClaim(request, call)
        }
        router.unary(ClaimServiceMethods.resumeClaim) {
            (
                request: ResumeClaimRequest, call: CallContext
            ) async throws(RPCStatus) -> ResumeClaimResponse in
            try await self.resumeClaim(request, call)
        }
        router.unary(ClaimServiceMethods.addListings) {
            (
                request: AddListingsRequest, call: CallContext
            ) async throws(RPCStatus) -> AddListingsResponse in
            try await self.addListings(request, call)
        }
        router.unary(ClaimServiceMethods.listListings) {
            (
                request: ListListingsRequest, call: CallContext
            ) async throws(RPCStatus) -> ListListingsResponse in
            try await self.listListings(request, call)
        }
        router.unary(ClaimServiceMethods.pullListings) {
            (
                request: PullListingsRequest, call: CallContext
            ) async throws(RPCStatus) -> PullListingsResponse in
            try await self.pullListings(request, call)
        }
        router.unary(ClaimServiceMethods.answerListings) {
            (
                request: AnswerListingsRequest, call: CallContext
            ) async throws(RPCStatus) -> AnswerListingsResponse in
            try await self.answerListings(request, call)
        }
        router.unary(ClaimServiceMethods.listMatches) {
            (
                request: ListMatchesRequest, call: CallContext
            ) async throws(RPCStatus) -> ListMatchesResponse in
            try await self.listMatches(request, call)
        }
        router.unary(ClaimServiceMethods.reviewMatch) {
            (
                request: ReviewMatchRequest, call: CallContext
            ) async throws(RPCStatus) -> ReviewMatchResponse in
            try await self.reviewMatch(request, call)
        }
        router.unary(ClaimServiceMethods.claimFigures) {
            (
                request: ClaimFiguresRequest, call: CallContext
            ) async throws(RPCStatus) -> ClaimFiguresResponse in
            try await self.claimFigures(request, call)
        }
    }
}
