// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// What the complainant's side does in a case. Each names in capitals the state which it needs, and
/// is refused with `failedPrecondition` and a `stateConflict` in any other. All take the case's
/// identifier (16 bytes), the version which it is expected to have (0: any), and a key.
extension CaseCalls {
    /// Keeps a draft that nobody else sees, complete or not; file it with `file(id:)`.
    ///
    /// A draft that nobody touches for 30 days is erased.
    /// - Parameter key: names this draft for ever.
    /// - Throws: `alreadyExists` if the draft's reference is taken by another case.
    public func saveDraft(
        _ draft: CaseDraft, key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> SaveDraftResponse {
        let request = SaveDraftRequest(draft: draft)
        return try await client.caller.call(
            ActionServiceMethods.saveDraft, key: key, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ActionServiceStub(caller: maker).saveDraft(request, options)
        }
    }

    /// Replaces a draft that has not been filed yet.
    ///
    /// - Parameter draft: complete or not; nobody else sees it.
    @discardableResult
    public func changeDraft(
        id: [UInt8], _ draft: CaseDraft, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .changeDraft(draft)), expectedVersion: expectedVersion, key: key,
            deadline: deadline)
    }

    /// Files a saved draft, which must now break no rule.
    ///
    /// - Throws: `invalidArgument` with all `violations`; `failedPrecondition` unless it is a
    ///   draft.
    @discardableResult
    public func file(
        id: [UInt8], expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .file(FileDraft())), expectedVersion: expectedVersion, key: key,
            deadline: deadline)
    }

    /// Takes a withdrawn case up again where it was, within 30 days (`WITHDRAWN`); its clocks go
    /// on, moved by the days that passed.
    ///
    /// - Parameter reason: at most 2,000 characters.
    @discardableResult
    public func restore(
        id: [UInt8], reason: String = "", expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .restore(Reason(text: reason))), expectedVersion: expectedVersion,
            key: key, deadline: deadline)
    }

    /// Takes a resolved case to a mediator, within 60 days and once (`RESOLVED`).
    ///
    /// - Parameters:
    ///   - text: what has happened since: 1 to 10,000 characters.
    ///   - evidence: at most 20 identifiers of files of the case.
    @discardableResult
    public func reopen(
        id: [UInt8], newFact text: String, evidence: [[UInt8]] = [], expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .reopen(Writing(text: text, evidenceIDs: evidence))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Answers a question, or adds to a case that is not closed.
    ///
    /// In `INFO_REQUESTED` the case goes back to who asked, whose clock stood still.
    ///
    /// - Parameters:
    ///   - text: 1 to 10,000 characters, read by all parties.
    ///   - evidence: at most 20 identifiers of files of the case.
    @discardableResult
    public func addInformation(
        id: [UInt8], _ text: String, evidence: [[UInt8]] = [], expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .addInformation(Writing(text: text, evidenceIDs: evidence))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Says why a case is not inadmissible, within 21 days and once (`INADMISSIBLE`); a mediator
    /// looks at it within 2 working days.
    ///
    /// - Parameters:
    ///   - text: 1 to 10,000 characters.
    ///   - evidence: at most 20 identifiers of files of the case.
    @discardableResult
    public func contest(
        id: [UInt8], _ text: String, evidence: [[UInt8]] = [], expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .contest(Writing(text: text, evidenceIDs: evidence))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Addresses a case to another platform after `NOT_CONCERNED`, twice at most (`SUBMITTED`); the
    /// new platform's clocks start anew.
    ///
    /// A mediator may as often as need be.
    ///
    /// - Parameters:
    ///   - platformID: slug of the platform that should have been addressed.
    ///   - reason: at most 2,000 characters.
    @discardableResult
    public func readdress(
        id: [UInt8], to platformID: String, reason: String = "", expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .readdress(Readdress(platformID: platformID, reason: reason))),
            expectedVersion: expectedVersion, key: key, deadline: deadline)
    }

    /// Shows the platform more of the complainant: from `AGGREGATE` to `PSEUDONYM` to `IDENTIFIED`,
    /// never back.
    ///
    /// - Parameter disclosure: what the platform may see from now on.
    @discardableResult
    public func raiseDisclosure(
        id: [UInt8], to disclosure: Disclosure, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ActResponse {
        try await client.actions.act(
            on: id, Action(kind: .raiseDisclosure(disclosure)), expectedVersion: expectedVersion,
            key: key, deadline: deadline)
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

    /// Tells the mediator something that the platform never reads (`IN_MEDIATION`; law 95-125,
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
                        side: .complainant, writing: Writing(text: text, evidenceIDs: evidence)))),
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
