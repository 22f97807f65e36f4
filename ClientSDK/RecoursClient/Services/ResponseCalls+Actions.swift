// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages

/// What a platform does in a case besides answering it; as the like methods of `CaseCalls`.
extension ResponseCalls {
    /// Says that a promised remedy was carried out (`REMEDY_PENDING`); the complainant has 7 days
    /// to say whether that is so.
    ///
    /// - Parameters:
    ///   - text: what shows it: 1 to 10,000 characters, read by all parties.
    ///   - evidence: at most 20 identifiers of files of the case.
    @discardableResult
    public func proveRemedy(
        id: [UInt8], _ text: String, evidence: [[UInt8]] = [], expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .proveRemedy(Writing(text: text, evidenceIDs: evidence))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Says something to all parties of a case that is not closed.
    ///
    /// - Parameters:
    ///   - text: 1 to 10,000 characters, read by all parties.
    ///   - evidence: at most 20 identifiers of files of the case.
    @discardableResult
    public func postMessage(
        id: [UInt8], _ text: String, evidence: [[UInt8]] = [], expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .postMessage(Writing(text: text, evidenceIDs: evidence))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Tells the mediator something that the complainant never reads (`IN_MEDIATION`; law 95-125,
    /// article 21-3).
    ///
    /// - Parameters:
    ///   - text: 1 to 10,000 characters.
    ///   - evidence: at most 20 identifiers of files of the case.
    @discardableResult
    public func note(
        id: [UInt8], _ text: String, evidence: [[UInt8]] = [], expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id,
            Action(
                kind: .note(
                    ConfidentialNote(
                        side: .platform, writing: Writing(text: text, evidenceIDs: evidence)))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Accepts what the mediator proposed (`IN_MEDIATION`); once both sides have, all parties read
    /// it.
    @discardableResult
    public func acceptAgreement(
        id: [UInt8], expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .answerAgreement(AnswerAgreement(accepted: true))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Declines what the mediator proposed (`IN_MEDIATION`).
    ///
    /// - Parameter reason: why, 1 to 2,000 characters.
    @discardableResult
    public func declineAgreement(
        id: [UInt8], reason: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .answerAgreement(AnswerAgreement(reason: reason))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }
}
