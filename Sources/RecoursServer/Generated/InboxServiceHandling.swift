// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

package import RecoursMessages
package import RecoursTransport

/// An inbox is an ordered sequence. A reader that resumes from its cursor misses nothing and sees
/// nothing twice.
package protocol InboxServiceHandling: Sendable {
    /// Returns what came after the cursor; waits for something to come if nothing has.
    func pullCases(
        _ request: PullCasesRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> EncodedMessage<PullCasesResponse>

    /// Takes note of cases, naming a contact; for platforms. Each gets its own result. While the
    /// server cannot keep them all, the whole call fails, and is to be made again: what was
    /// acknowledged before then says so.
    func acknowledgeCases(
        _ request: AcknowledgeCasesRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> AcknowledgeCasesResponse
}

extension InboxServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unaryEncoded(InboxServiceMethods.pullCases) {
            (
                request: PullCasesRequest, call: CallContext
            ) async throws(RPCStatus) -> EncodedMessage<PullCasesResponse> in
            try await self.pullCases(request, call)
        }
        router.unary(InboxServiceMethods.acknowledgeCases) {
            (
                request: AcknowledgeCasesRequest, call: CallContext
            ) async throws(RPCStatus) -> AcknowledgeCasesResponse in
            try await self.acknowledgeCases(request, call)
        }
    }
}
