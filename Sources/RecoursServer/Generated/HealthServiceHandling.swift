// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/health_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Open to every partner.
package protocol HealthServiceHandling: Sendable {
    /// Answers `recours.v1.HealthService/Check`.
    func check(
        _ request: HealthCheckRequest,
        _ call: CallContext
    ) throws(RPCStatus) -> Reply<HealthCheckResponse>

    /// Sends the state at once, and again at each change.
    func watch(
        _ request: HealthCheckRequest,
        _ responses: OutboundMessages<HealthCheckResponse>,
        _ call: CallContext
    ) async throws(RPCStatus)
}

extension HealthServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.promptUnary(HealthServiceMethods.check) {
            (
                request: HealthCheckRequest, call: CallContext
            ) throws(RPCStatus) -> Reply<HealthCheckResponse> in
            try self.check(request, call)
        }
        router.serverStreaming(HealthServiceMethods.watch) {
            (
                request: HealthCheckRequest,
                responses: OutboundMessages<HealthCheckResponse>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.watch(request, responses, call)
        }
    }
}
