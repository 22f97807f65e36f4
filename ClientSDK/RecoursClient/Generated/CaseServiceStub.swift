// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

package import RecoursMessages
package import RecoursTransport

/// For associations and businesses; platforms and mediators may read the cases they are party to. A
/// business is party to what an association has filed for its SIREN: it reads it and acts on it,
/// drafts excepted. A case that the caller may not see does not exist: NOT_FOUND. What of a case
/// the caller may not see is absent: confidential words of the other side, and who the complainant
/// is, as far as it is not disclosed.
package struct CaseServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Files one case. The call's idempotency key is required. When this returns, the case is on
    /// disk.
    package func submitCase(
        _ request: SubmitCaseRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> SubmitCaseResponse {
        try await caller.unary(CaseServiceMethods.submitCase, request, options)
    }

    /// Files many: each item has its own key and its own result; results may come in another order.
    /// One refused item does not fail its neighbours.
    package func submitCases(
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<SubmitCasesItem, SubmitCasesResult> {
        try await caller.streaming(CaseServiceMethods.submitCases, options)
    }

    /// Reads one case; sees every write acknowledged before the call.
    package func getCase(
        _ request: GetCaseRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetCaseResponse {
        try await caller.unary(CaseServiceMethods.getCase, request, options)
    }

    /// Lists the caller's cases, newest first, by pages.
    package func listCases(
        _ request: ListCasesRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListCasesResponse {
        try await caller.unary(CaseServiceMethods.listCases, request, options)
    }

    /// Accepts or refuses the platform's answer to an ANSWERED case.
    package func giveVerdict(
        _ request: GiveVerdictRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GiveVerdictResponse {
        try await caller.unary(CaseServiceMethods.giveVerdict, request, options)
    }

    /// Withdraws a case that is not closed.
    package func withdrawCase(
        _ request: WithdrawCaseRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> WithdrawCaseResponse {
        try await caller.unary(CaseServiceMethods.withdrawCase, request, options)
    }
}
