// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

package import RecoursMessages
package import RecoursTransport

/// For the operator.
package struct OperatorServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// What time is recorded, and whether every clock that has run out has been acted on.
    package func getClock(
        _ request: GetClockRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetClockResponse {
        try await caller.unary(OperatorServiceMethods.getClock, request, options)
    }

    /// Moves a sandbox's clock ahead as if that time had passed, and acts on whatever it makes due;
    /// FAILED_PRECONDITION on a server that is no sandbox.
    package func advanceClock(
        _ request: AdvanceClockRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> AdvanceClockResponse {
        try await caller.unary(OperatorServiceMethods.advanceClock, request, options)
    }

    /// Makes a backup while the server serves, in the directory that its configuration names, and
    /// tells how far it is. The backup goes on if the caller goes away. ABORTED while another is
    /// made, FAILED_PRECONDITION without such a directory, DATA_LOSS if what was to be kept is
    /// damaged.
    package func backUp(
        _ request: BackUpRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<BackUpRequest, BackUpProgress> {
        let call: StreamingCall<BackUpRequest, BackUpProgress> =
            try await caller.streaming(OperatorServiceMethods.backUp, options)
        try await call.send(request)
        call.finishSending()
        return call
    }
}
