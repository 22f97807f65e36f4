// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Erasing destroys what could tell whom a case was about, for ever; category, platform, dates and
/// outcome stay, and so does every proof. A case under a legal hold is not erased.
package protocol RetentionServiceHandling: Sendable {
    /// Erases what is kept no longer; for operators. First counts, then erases; tells how far it
    /// is.
    func runRetention(
        _ request: RunRetentionRequest,
        _ responses: OutboundMessages<RetentionProgress>,
        _ call: CallContext
    ) async throws(RPCStatus)

    /// Erases one closed case on request; for operators and mediators. Operators may erase a draft
    /// too.
    func eraseCase(
        _ request: EraseCaseRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> EraseCaseResponse
}

extension RetentionServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.serverStreaming(RetentionServiceMethods.runRetention) {
            (
                request: RunRetentionRequest,
                responses: OutboundMessages<RetentionProgress>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.runRetention(request, responses, call)
        }
        router.unary(RetentionServiceMethods.eraseCase) {
            (
                request: EraseCaseRequest, call: CallContext
            ) async throws(RPCStatus) -> EraseCaseResponse in
            try await self.eraseCase(request, call)
        }
    }
}
