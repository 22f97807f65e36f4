// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Every action has its actors and states; anything else is FAILED_PRECONDITION with StateConflict,
/// or PERMISSION_DENIED for a kind of partner that never may. The call's idempotency key makes an
/// action repeatable.
package protocol ActionServiceHandling: Sendable {
    /// Does one thing to one case.
    func act(
        _ request: ActRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ActResponse

    /// Does many: each item has its own key and result, so a mediator answers a class of like cases
    /// in one go.
    func actMany(
        _ requests: InboundMessages<ActManyItem>,
        _ responses: OutboundMessages<ActManyResult>,
        _ call: CallContext
    ) async throws(RPCStatus)

    /// Keeps a draft that nobody else sees, complete or not. Filed with the action `file`; erased
    /// after 30 idle days.
    func saveDraft(
        _ request: SaveDraftRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> SaveDraftResponse
}

extension ActionServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(ActionServiceMethods.act) {
            (request: ActRequest, call: CallContext) async throws(RPCStatus) -> ActResponse in
            try await self.act(request, call)
        }
        router.bidirectional(ActionServiceMethods.actMany) {
            (
                requests: InboundMessages<ActManyItem>,
                responses: OutboundMessages<ActManyResult>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.actMany(requests, responses, call)
        }
        router.unary(ActionServiceMethods.saveDraft) {
            (
                request: SaveDraftRequest, call: CallContext
            ) async throws(RPCStatus) -> SaveDraftResponse in
            try await self.saveDraft(request, call)
        }
    }
}
