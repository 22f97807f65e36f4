// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

package import RecoursMessages
package import RecoursTransport

/// A promise made in an answer (REMEDY_PROMISED) is a commitment by itself; others are made here.
package struct CommitmentServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Makes a commitment for a campaign or a category; for platforms. Needs an idempotency key.
    package func makeCommitment(
        _ request: MakeCommitmentRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> MakeCommitmentResponse {
        try await caller.unary(CommitmentServiceMethods.makeCommitment, request, options)
    }

    /// A platform's own, a mediator all; others those of their cases and claims, and all of
    /// campaigns and categories.
    package func listCommitments(
        _ request: ListCommitmentsRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListCommitmentsResponse {
        try await caller.unary(CommitmentServiceMethods.listCommitments, request, options)
    }

    /// Says what became of an open one, or corrects what the clock said; for mediators. The
    /// commitments of cases are settled by what happens to the case.
    package func settleCommitment(
        _ request: SettleCommitmentRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> SettleCommitmentResponse {
        try await caller.unary(CommitmentServiceMethods.settleCommitment, request, options)
    }
}
