// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport
internal import RecoursWire

/// `HealthService`. The check is what the cost of a call is measured by: it reads one value.
struct HealthHandlers: HealthServiceHandling {
    let status: ServingStatus
    let isSandbox: Bool

    func check(
        _ request: HealthCheckRequest, _ call: CallContext
    ) throws(RPCStatus) -> Reply<HealthCheckResponse> {
        .now(response(status.current))
    }

    func watch(
        _ request: HealthCheckRequest, _ responses: OutboundMessages<HealthCheckResponse>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        for await serving in status.changes() {
            try await responses.send(response(serving))
            // Nothing follows a drain, and a watch must not hold one up.
            if serving == .draining { return }
        }
        throw RPCStatus(.cancelled)
    }

    private func response(_ serving: ServingStatus.Serving) -> HealthCheckResponse {
        HealthCheckResponse(
            state: .init(serving), sandbox: isSandbox, clockHeld: status.isClockHeld)
    }
}

extension ServingState {
    fileprivate init(_ serving: ServingStatus.Serving) {
        self =
            switch serving {
            case .serving: .serving
            case .readOnly: .readOnly
            case .draining: .draining
            }
    }
}
