// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Calls `ResponseService`.
package struct ResponseServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Answers one case. The response's response_id is its idempotency key.
    package func respond(
        _ request: RespondRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> RespondResponse {
        try await caller.unary(ResponseServiceMethods.respond, request, options)
    }

    /// Answers many: each item has its own result; results may come in another order.
    package func respondMany(
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<RespondManyItem, RespondManyResult> {
        try await caller.streaming(ResponseServiceMethods.respondMany, options)
    }
}
