// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Every action has its actors and states; anything else is FAILED_PRECONDITION with StateConflict,
/// or PERMISSION_DENIED for a kind of partner that never may. The call's idempotency key makes an
/// action repeatable.
package struct ActionServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Does one thing to one case.
    package func act(
        _ request: ActRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ActResponse {
        try await caller.unary(ActionServiceMethods.act, request, options)
    }

    /// Does many: each item has its own key and result, so a mediator answers a class of like cases
    /// in one go.
    package func actMany(
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<ActManyItem, ActManyResult> {
        try await caller.streaming(ActionServiceMethods.actMany, options)
    }

    /// Keeps a draft that nobody else sees, complete or not. Filed with the action `file`; erased
    /// after 30 idle days.
    package func saveDraft(
        _ request: SaveDraftRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> SaveDraftResponse {
        try await caller.unary(ActionServiceMethods.saveDraft, request, options)
    }
}
