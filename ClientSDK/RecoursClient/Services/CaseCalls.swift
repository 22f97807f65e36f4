// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// Filing and querying cases. Get it from `RecoursClient.cases`.
///
/// Every method throws `RecoursError`, and takes a deadline: by default the configuration's.
public struct CaseCalls: Sendable {
    let client: RecoursClient

    /// Files one case. When it returns, the case is on the server's disk.
    ///
    /// - Parameter key: names this filing for ever. Pass one you have kept if you may have to
    ///   repeat the call after a restart of your own; otherwise a new one serves for the call's
    ///   retries.
    /// - Throws: `invalidArgument` with all `violations`; `alreadyExists` with an
    ///   `idempotencyConflict` if the key or reference was used for other content;
    ///   `permissionDenied` if the caller may not file cases.
    public func submit(
        _ draft: CaseDraft, key: IdempotencyKey = IdempotencyKey(), deadline: Duration? = nil
    ) async throws(RecoursError) -> SubmissionReceipt {
        let request = SubmitCaseRequest(draft: draft)
        let response = try await client.caller.call(
            CaseServiceMethods.submitCase, key: key, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await CaseServiceStub(caller: maker).submitCase(request, options)
        }
        guard let receipt = response.receipt else {
            throw .incomplete("SubmitCaseResponse.receipt")
        }
        return receipt
    }

    /// Has the server check a case and store nothing. Returns warnings; throws as `submit`.
    public func check(
        _ draft: CaseDraft, deadline: Duration? = nil
    ) async throws(RecoursError) -> [FieldViolation] {
        let request = SubmitCaseRequest(draft: draft, validateOnly: true)
        let key = IdempotencyKey()
        return try await client.caller.call(
            CaseServiceMethods.submitCase, key: key, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await CaseServiceStub(caller: maker).submitCase(request, options)
        }.warnings
    }

    /// Files many cases over one stream: one result a draft, in any order, with bounded memory.
    ///
    /// A broken connection is remade and what was not answered is sent again under its own key; the
    /// results never show it. One refused draft does not fail its neighbours. Nothing is sent
    /// before the first result is asked for; leaving the loop stops the stream.
    public func submitAll<Filings: AsyncSequence & Sendable>(
        _ filings: Filings
    ) -> BulkResults<SubmissionReceipt> where Filings.Element == CaseFiling {
        BulkResults(client: client, inputs: filings, kind: BulkSubmission())
    }

    /// The same for drafts already in memory, each with a new key.
    public func submitAll(_ drafts: [CaseDraft]) -> BulkResults<SubmissionReceipt> {
        submitAll(AsyncElements(drafts.map { CaseFiling($0) }))
    }

    /// The case of this identifier (16 bytes), as it is now.
    ///
    /// - Throws: `notFound` if there is none that the caller may see.
    public func get(
        id: [UInt8], deadline: Duration? = nil
    ) async throws(RecoursError) -> Case {
        try await get(GetCaseRequest(reference: .id(id)), deadline).case()
    }

    /// The case of this public number, written in any way: `RC-1234-5678-90-3` or `rc1234567890 3`.
    public func get(
        publicNumber: String, deadline: Duration? = nil
    ) async throws(RecoursError) -> Case {
        try await get(GetCaseRequest(reference: .publicNumber(publicNumber)), deadline).case()
    }

    /// The case which the caller filed under its own reference.
    public func get(
        externalReference: String, deadline: Duration? = nil
    ) async throws(RecoursError) -> Case {
        try await get(GetCaseRequest(reference: .externalRef(externalReference)), deadline).case()
    }

    /// The case and all its events, oldest first.
    public func history(
        id: [UInt8], deadline: Duration? = nil
    ) async throws(RecoursError) -> (case: Case, events: [Event]) {
        let request = GetCaseRequest(withEvents: true, reference: .id(id))
        let response = try await get(request, deadline)
        return (try response.case(), response.events)
    }

    /// The caller's cases that pass the filter, newest first; pages are fetched as needed.
    public func list(_ filter: CaseFilter = CaseFilter()) -> CaseList {
        CaseList(client: client, filter: filter)
    }

    /// Accepts the platform's answer to an ANSWERED case.
    ///
    /// - Parameter expectedVersion: refused with a `stateConflict` if the case has moved on since.
    public func accept(
        id: [UInt8], expectedVersion: UInt64 = 0, deadline: Duration? = nil
    ) async throws(RecoursError) -> GiveVerdictResponse {
        try await verdict(
            GiveVerdictRequest(caseID: id, expectedVersion: expectedVersion, accepted: true),
            deadline)
    }

    /// Refuses the platform's answer: the case goes to a mediator.
    ///
    /// - Parameter reason: why, 1 to 2,000 characters; the platform and the mediator read it.
    public func refuse(
        id: [UInt8], reason: String, expectedVersion: UInt64 = 0, deadline: Duration? = nil
    ) async throws(RecoursError) -> GiveVerdictResponse {
        try await verdict(
            GiveVerdictRequest(caseID: id, expectedVersion: expectedVersion, reason: reason),
            deadline)
    }

    /// Withdraws a case that is not closed.
    public func withdraw(
        id: [UInt8], reason: String = "", expectedVersion: UInt64 = 0, deadline: Duration? = nil
    ) async throws(RecoursError) -> WithdrawCaseResponse {
        let request = WithdrawCaseRequest(
            caseID: id, expectedVersion: expectedVersion, reason: reason)
        return try await client.caller.call(
            CaseServiceMethods.withdrawCase, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await CaseServiceStub(caller: maker).withdrawCase(request, options)
        }
    }

    private func verdict(
        _ request: GiveVerdictRequest, _ deadline: Duration?
    ) async throws(RecoursError) -> GiveVerdictResponse {
        try await client.caller.call(
            CaseServiceMethods.giveVerdict, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await CaseServiceStub(caller: maker).giveVerdict(request, options)
        }
    }

    private func get(
        _ request: GetCaseRequest, _ deadline: Duration?
    ) async throws(RecoursError) -> GetCaseResponse {
        try await client.caller.call(CaseServiceMethods.getCase, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await CaseServiceStub(caller: maker).getCase(request, options)
        }
    }
}

extension GetCaseResponse {
    fileprivate func `case`() throws(RecoursError) -> Case {
        guard let caseFile else { throw .incomplete("GetCaseResponse.case_file") }
        return caseFile
    }
}

extension RecoursError {
    /// An answer without what it must hold.
    static func incomplete(_ field: String) -> RecoursError {
        RecoursError(
            code: .internal, message: "the server's answer lacks \(field)",
            remedy: "Report this as a bug of the server.", origin: .server)
    }
}
