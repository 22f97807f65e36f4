// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/health_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Open to every partner.
package struct HealthServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Calls `recours.v1.HealthService/Check`.
    package func check(
        _ request: HealthCheckRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> HealthCheckResponse {
        try await caller.unary(HealthServiceMethods.check, request, options)
    }

    /// Sends the state at once, and again at each change.
    package func watch(
        _ request: HealthCheckRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<HealthCheckRequest, HealthCheckResponse> {
        let call: StreamingCall<HealthCheckRequest, HealthCheckResponse> =
            try await caller.streaming(HealthServiceMethods.watch, options)
        try await call.send(request)
        call.finishSending()
        return call
    }
}
