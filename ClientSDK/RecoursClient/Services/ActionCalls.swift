// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// Any action on a case, as the protocol names it. Get it from `RecoursClient.actions`.
///
/// `CaseCalls`, `ResponseCalls` and `MediationCalls` have a method for each, which says what it
/// needs; this is for programs that choose the action at run time, and for many at once.
public struct ActionCalls: Sendable {
    let client: RecoursClient

    /// Does one thing to one case. When it returns, it is on the server's disk.
    ///
    /// - Parameters:
    ///   - id: the case's identifier, 16 bytes.
    ///   - expectedVersion: refused with a `stateConflict` if the case has moved on since; 0 takes
    ///     it as it is.
    ///   - key: names this action for ever; the same key again does nothing again.
    /// - Throws: `failedPrecondition` with a `stateConflict` in a state that does not allow it;
    ///   `permissionDenied` for a kind of partner that never may; `notFound` for a case that is not
    ///   the caller's to see; `invalidArgument` with all `violations`.
    public func act(
        on id: [UInt8], _ action: Action, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        let request = ActRequest(caseID: id, expectedVersion: expectedVersion, action: action)
        return try await client.caller.call(
            ActionServiceMethods.act, key: key, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ActionServiceStub(caller: maker).act(request, options)
        }
    }

    /// Does many things over one stream: one result an act, in any order, with bounded memory.
    ///
    /// Behaves as `CaseCalls.submitAll`: one refused act does not fail its neighbours, and a broken
    /// connection does not show. Merging is refused here; it goes case by case.
    public func actMany<Acts: AsyncSequence & Sendable>(
        _ acts: Acts
    ) -> BulkResults<ActResponse> where Acts.Element == CaseAct {
        BulkResults(client: client, inputs: acts, kind: BulkActs())
    }

    /// The same for acts already in memory.
    public func actMany(_ acts: [CaseAct]) -> BulkResults<ActResponse> {
        actMany(AsyncElements(acts))
    }
}
