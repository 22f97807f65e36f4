// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages

/// What mediators do. Get it from `RecoursClient.mediation`.
///
/// Each method names in capitals the state which it needs, and is refused with `failedPrecondition`
/// and a `stateConflict` in any other. All take the case's identifier (16 bytes), the version which
/// it is expected to have (0: any), and a key. A mediator who has recused himself is refused.
public struct MediationCalls: Sendable {
    let client: RecoursClient

    /// One answer to a class of like cases: see `ActionCalls.actMany`.
    public func actMany<Acts: AsyncSequence & Sendable>(
        _ acts: Acts
    ) -> BulkResults<ActResponse> where Acts.Element == CaseAct {
        client.actions.actMany(acts)
    }

    /// The same for acts already in memory.
    public func actMany(_ acts: [CaseAct]) -> BulkResults<ActResponse> {
        client.actions.actMany(acts)
    }

    /// Sends a case on to its platform (`SUBMITTED`).
    ///
    /// - Parameter reason: at most 2,000 characters.
    @discardableResult
    public func transmit(
        id: [UInt8], reason: String = "", expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .transmit(Reason(text: reason))), expectedVersion: expectedVersion,
            key: key, deadline: deadline)
    }

    /// Closes a case that is not one for mediation (`SUBMITTED`); the complainant may contest it
    /// for 21 days.
    ///
    /// - Parameters:
    ///   - reason: what kind of reason.
    ///   - text: why, 1 to 2,000 characters.
    @discardableResult
    public func declareInadmissible(
        id: [UInt8], _ reason: InadmissibilityReason, text: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .declareInadmissible(Inadmissibility(reason: reason, text: text))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Takes a case back that was contested (`INADMISSIBLE`): it is `SUBMITTED` again.
    ///
    /// - Parameter reason: why, 1 to 2,000 characters.
    @discardableResult
    public func readmit(
        id: [UInt8], reason: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .readmit(Reason(text: reason))), expectedVersion: expectedVersion,
            key: key, deadline: deadline)
    }

    /// Joins a case to another which is the same; it keeps its number and follows the other one.
    ///
    /// - Parameters:
    ///   - target: identifier of the other case, 16 bytes; neither merged nor erased itself.
    ///   - reason: why it is the same, 1 to 2,000 characters.
    @discardableResult
    public func merge(
        id: [UInt8], into target: [UInt8], reason: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .merge(MergeTarget(caseID: target, reason: reason))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Makes a merged case one of its own again (`DUPLICATE`): it is `SUBMITTED`.
    ///
    /// - Parameter reason: why, 1 to 2,000 characters.
    @discardableResult
    public func split(
        id: [UInt8], reason: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .split(Reason(text: reason))), expectedVersion: expectedVersion,
            key: key, deadline: deadline)
    }

    /// Keeps a case from being erased until the hold is lifted.
    ///
    /// - Parameter reason: why, 1 to 2,000 characters.
    @discardableResult
    public func setLegalHold(
        id: [UInt8], reason: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .setLegalHold(Reason(text: reason))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Lets retention erase the case again.
    ///
    /// - Parameter reason: why, 1 to 2,000 characters.
    @discardableResult
    public func liftLegalHold(
        id: [UInt8], reason: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .liftLegalHold(Reason(text: reason))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Destroys the personal data of a closed case for ever; figures and proofs stay.
    ///
    /// - Parameter reason: why, 1 to 2,000 characters.
    /// - Throws: `failedPrecondition` for a case that is open or held.
    @discardableResult
    public func erase(
        id: [UInt8], reason: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .erase(Reason(text: reason))), expectedVersion: expectedVersion,
            key: key, deadline: deadline)
    }
}
