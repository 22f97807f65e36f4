// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

package import RecoursMessages
package import RecoursTransport

/// A promise made in an answer (REMEDY_PROMISED) is a commitment by itself; others are made here.
package protocol CommitmentServiceHandling: Sendable {
    /// Makes a commitment for a campaign or a category; for platforms. Needs an idempotency key.
    func makeCommitment(
        _ request: MakeCommitmentRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> MakeCommitmentResponse

    /// A platform's own, a mediator all; others those of their cases and claims, and all of
    /// campaigns and categories.
    func listCommitments(
        _ request: ListCommitmentsRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListCommitmentsResponse

    /// Says what became of an open one, or corrects what the clock said; for mediators. The
    /// commitments of cases are settled by what happens to the case.
    func settleCommitment(
        _ request: SettleCommitmentRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> SettleCommitmentResponse
}

extension CommitmentServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(CommitmentServiceMethods.makeCommitment) {
            (
                request: MakeCommitmentRequest, call: CallContext
            ) async throws(RPCStatus) -> MakeCommitmentResponse in
            try await self.makeCommitment(request, call)
        }
        router.unary(CommitmentServiceMethods.listCommitments) {
            (
                request: ListCommitmentsRequest, call: CallContext
            ) async throws(RPCStatus) -> ListCommitmentsResponse in
            try await self.listCommitments(request, call)
        }
        router.unary(CommitmentServiceMethods.settleCommitment) {
            (
                request: SettleCommitmentRequest, call: CallContext
            ) async throws(RPCStatus) -> SettleCommitmentResponse in
            try await self.settleCommitment(request, call)
        }
    }
}
