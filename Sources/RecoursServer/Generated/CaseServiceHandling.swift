// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

package import RecoursMessages
package import RecoursTransport

/// For associations and businesses; platforms and mediators may read the cases they are party to. A
/// business is party to what an association has filed for its SIREN: it reads it and acts on it,
/// drafts excepted. A case that the caller may not see does not exist: NOT_FOUND. What of a case
/// the caller may not see is absent: confidential words of the other side, and who the complainant
/// is, as far as it is not disclosed.
package protocol CaseServiceHandling: Sendable {
    /// Files one case. The call's idempotency key is required. When this returns, the case is on
    /// disk.
    func submitCase(
        _ request: SubmitCaseRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> SubmitCaseResponse

    /// Files many: each item has its own key and its own result; results may come in another order.
    /// One refused item does not fail its neighbours.
    func submitCases(
        _ requests: InboundMessages<SubmitCasesItem>,
        _ responses: OutboundMessages<SubmitCasesResult>,
        _ call: CallContext
    ) async throws(RPCStatus)

    /// Reads one case; sees every write acknowledged before the call.
    func getCase(
        _ request: GetCaseRequest,
        _ call: CallContext
    ) throws(RPCStatus) -> Reply<EncodedMessage<GetCaseResponse>>

    /// Lists the caller's cases, newest first, by pages.
    func listCases(
        _ request: ListCasesRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> EncodedMessage<ListCasesResponse>

    /// Accepts or refuses the platform's answer to an ANSWERED case.
    func giveVerdict(
        _ request: GiveVerdictRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GiveVerdictResponse

    /// Withdraws a case that is not closed.
    func withdrawCase(
        _ request: WithdrawCaseRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> WithdrawCaseResponse
}

extension CaseServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(CaseServiceMethods.submitCase) {
            (
                request: SubmitCaseRequest, call: CallContext
            ) async throws(RPCStatus) -> SubmitCaseResponse in
            try await self.submitCase(request, call)
        }
        router.bidirectional(CaseServiceMethods.submitCases) {
            (
                requests: InboundMessages<SubmitCasesItem>,
                responses: OutboundMessages<SubmitCasesResult>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.submitCases(requests, responses, call)
        }
        router.promptUnaryEncoded(CaseServiceMethods.getCase) {
            (
                request: GetCaseRequest, call: CallContext
            ) throws(RPCStatus) -> Reply<EncodedMessage<GetCaseResponse>> in
            try self.getCase(request, call)
        }
        router.unaryEncoded(CaseServiceMethods.listCases) {
            (
                request: ListCasesRequest, call: CallContext
            ) async throws(RPCStatus) -> EncodedMessage<ListCasesResponse> in
            try await self.listCases(request, call)
        }
        router.unary(CaseServiceMethods.giveVerdict) {
            (
                request: GiveVerdictRequest, call: CallContext
            ) async throws(RPCStatus) -> GiveVerdictResponse in
            try await self.giveVerdict(request, call)
        }
        router.unary(CaseServiceMethods.withdrawCase) {
            (
                request: WithdrawCaseRequest, call: CallContext
            ) async throws(RPCStatus) -> WithdrawCaseResponse in
            try await self.withdrawCase(request, call)
        }
    }
}
