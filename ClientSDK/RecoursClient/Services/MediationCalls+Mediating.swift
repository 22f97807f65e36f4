// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages

/// What is done to a case IN_MEDIATION. Who acts first on one that nobody has in charge, has it
/// from then on; one that another mediator has is taken over first.
extension MediationCalls {
    /// Takes over a case that was transmitted, also a closed one; in mediation, becomes the
    /// mediator in charge.
    ///
    /// - Parameter reason: why, 1 to 2,000 characters.
    @discardableResult
    public func takeOver(
        id: [UInt8], reason: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .takeOver(Reason(text: reason))), expectedVersion: expectedVersion,
            key: key, deadline: deadline)
    }

    /// Asks the complainant, who has 14 days; twice a side at most. The clocks stand still
    /// meanwhile.
    ///
    /// - Parameters:
    ///   - text: the question: 1 to 10,000 characters, read by all parties.
    ///   - evidence: at most 20 identifiers of files of the case.
    @discardableResult
    public func requestInformation(
        id: [UInt8], _ text: String, evidence: [[UInt8]] = [], expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .requestInformation(Writing(text: text, evidenceIDs: evidence))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Says something to all parties; the first ends the clock of the mediator's first word (3
    /// working days).
    ///
    /// - Parameters:
    ///   - text: 1 to 10,000 characters.
    ///   - evidence: at most 20 identifiers of files of the case.
    @discardableResult
    public func makeStatement(
        id: [UInt8], _ text: String, evidence: [[UInt8]] = [], expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .makeStatement(Writing(text: text, evidenceIDs: evidence))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Writes to one side alone; the other never reads it (law 95-125, article 21-3).
    ///
    /// - Parameters:
    ///   - side: whose channel.
    ///   - text: 1 to 10,000 characters.
    ///   - evidence: at most 20 identifiers of files of the case.
    @discardableResult
    public func note(
        id: [UInt8], to side: PartySide, _ text: String, evidence: [[UInt8]] = [],
        expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id,
            Action(
                kind: .note(
                    ConfidentialNote(
                        side: side, writing: Writing(text: text, evidenceIDs: evidence)))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Lets the mediation take 180 days instead of 90; once.
    ///
    /// - Parameter reason: why, 1 to 2,000 characters.
    @discardableResult
    public func extend(
        id: [UInt8], reason: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .extendMediation(Reason(text: reason))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Proposes an agreement to both sides; it takes the place of an earlier one.
    ///
    /// - Parameter text: 1 to 10,000 characters.
    @discardableResult
    public func proposeAgreement(
        id: [UInt8], _ text: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .proposeAgreement(Writing(text: text))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Closes the mediation, with an answer that everybody reads; never a decision against a party.
    ///
    /// - Parameters:
    ///   - result: resolved, or without agreement.
    ///   - reasons: 1 to 10,000 characters.
    ///   - nextSteps: what the complainant may do now: 1 to 10 of 1 to 500 characters
    ///     without an agreement, else 0 to 10.
    @discardableResult
    public func close(
        id: [UInt8], _ result: MediationResult, reasons: String, nextSteps: [String] = [],
        expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id,
            Action(
                kind: .closeMediation(
                    MediationOutcome(result: result, reasons: reasons, nextSteps: nextSteps))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Gives a case up for a conflict of interest, for ever; another mediator takes it.
    ///
    /// - Parameter reason: why, 1 to 2,000 characters.
    @discardableResult
    public func recuse(
        id: [UInt8], reason: String, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .recuse(Reason(text: reason))), expectedVersion: expectedVersion,
            key: key, deadline: deadline)
    }
}
