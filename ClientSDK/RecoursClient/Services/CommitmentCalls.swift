// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// What platforms have promised, and whether they kept it. Get it from
/// `RecoursClient.commitments`.
///
/// The promise of an answer to a case is a commitment by itself, and the case's course settles it.
public struct CommitmentCalls: Sendable {
    let client: RecoursClient

    /// Makes a commitment for a campaign or a category; for platforms.
    ///
    /// - Parameter key: names this commitment for ever: with the same key it is made once.
    public func make(
        _ request: MakeCommitmentRequest, key: IdempotencyKey = IdempotencyKey(),
        deadline: Duration? = nil
    ) async throws(RecoursError) -> Commitment {
        try await client.caller.call(
            CommitmentServiceMethods.makeCommitment, key: key, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await CommitmentServiceStub(caller: maker).makeCommitment(request, options)
        }.commitment.present("MakeCommitmentResponse.commitment")
    }

    /// One page of commitments, the newest first: a platform's own, a mediator's all, others' those
    /// of their cases and all of campaigns and categories.
    public func list(
        _ request: ListCommitmentsRequest = ListCommitmentsRequest(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ListCommitmentsResponse {
        try await client.caller.call(
            CommitmentServiceMethods.listCommitments, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await CommitmentServiceStub(caller: maker).listCommitments(request, options)
        }
    }

    /// Says what became of a commitment; for mediators.
    ///
    /// - Parameters:
    ///   - state: HONOURED, BROKEN or WAIVED.
    ///   - reason: why, 1 to 2,000 characters.
    public func settle(
        id: [UInt8], as state: CommitmentState, reason: String, deadline: Duration? = nil
    ) async throws(RecoursError) -> Commitment {
        let request = SettleCommitmentRequest(commitmentID: id, state: state, reason: reason)
        return try await client.caller.call(
            CommitmentServiceMethods.settleCommitment, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await CommitmentServiceStub(caller: maker).settleCommitment(request, options)
        }.commitment.present("SettleCommitmentResponse.commitment")
    }
}
