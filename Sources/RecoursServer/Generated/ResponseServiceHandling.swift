// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response_service.proto.

package import RecoursMessages
package import RecoursTransport

/// What `ResponseService` asks of a server.
package protocol ResponseServiceHandling: Sendable {
    /// Answers one case. The response's response_id is its idempotency key.
    func respond(
        _ request: RespondRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> RespondResponse

    /// Answers many: each item has its own result; results may come in another order.
    func respondMany(
        _ requests: InboundMessages<RespondManyItem>,
        _ responses: OutboundMessages<RespondManyResult>,
        _ call: CallContext
    ) async throws(RPCStatus)
}

extension ResponseServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(ResponseServiceMethods.respond) {
            (
                request: RespondRequest, call: CallContext
            ) async throws(RPCStatus) -> RespondResponse in
            try await self.respond(request, call)
        }
        router.bidirectional(ResponseServiceMethods.respondMany) {
            (
                requests: InboundMessages<RespondManyItem>,
                responses: OutboundMessages<RespondManyResult>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.respondMany(requests, responses, call)
        }
    }
}
