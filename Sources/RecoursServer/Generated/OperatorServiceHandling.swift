// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

package import RecoursMessages
package import RecoursTransport

/// For the operator.
package protocol OperatorServiceHandling: Sendable {
    /// What time is recorded, and whether every clock that has run out has been acted on.
    func getClock(
        _ request: GetClockRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetClockResponse

    /// Moves a sandbox's clock ahead as if that time had passed, and acts on whatever it makes due;
    /// FAILED_PRECONDITION on a server that is no sandbox.
    func advanceClock(
        _ request: AdvanceClockRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> AdvanceClockResponse

    /// Makes a backup while the server serves, in the directory that its configuration names, and
    /// tells how far it is. The backup goes on if the caller goes away. ABORTED while another is
    /// made, FAILED_PRECONDITION without such a directory, DATA_LOSS if what was to be kept is
    /// damaged.
    func backUp(
        _ request: BackUpRequest,
        _ responses: OutboundMessages<BackUpProgress>,
        _ call: CallContext
    ) async throws(RPCStatus)
}

extension OperatorServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(OperatorServiceMethods.getClock) {
            (
                request: GetClockRequest, call: CallContext
            ) async throws(RPCStatus) -> GetClockResponse in
            try await self.getClock(request, call)
        }
        router.unary(OperatorServiceMethods.advanceClock) {
            (
                request: AdvanceClockRequest, call: CallContext
            ) async throws(RPCStatus) -> AdvanceClockResponse in
            try await self.advanceClock(request, call)
        }
        router.serverStreaming(OperatorServiceMethods.backUp) {
            (
                request: BackUpRequest,
                responses: OutboundMessages<BackUpProgress>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.backUp(request, responses, call)
        }
    }
}
