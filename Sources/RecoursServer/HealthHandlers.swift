// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport
internal import RecoursWire

/// `HealthService`. The check is what the cost of a call is measured by: it reads one value.
struct HealthHandlers: HealthServiceHandling {
    let status: ServingStatus

    func check(
        _ request: HealthCheckRequest, _ call: CallContext
    ) async throws(RPCStatus) -> HealthCheckResponse {
        HealthCheckResponse(state: .init(status.current))
    }

    func watch(
        _ request: HealthCheckRequest, _ responses: OutboundMessages<HealthCheckResponse>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        for await serving in status.changes() {
            try await responses.send(HealthCheckResponse(state: .init(serving)))
            // Nothing follows a drain, and a watch must not hold one up.
            if serving == .draining { return }
        }
        throw RPCStatus(.cancelled)
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
