// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
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
        .now(response(status.report, call))
    }

    func watch(
        _ request: HealthCheckRequest, _ responses: OutboundMessages<HealthCheckResponse>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        for await report in status.changes() {
            try await responses.send(response(report, call))
            // Nothing follows a drain, and a watch must not hold one up.
            if report.serving == .draining { return }
        }
        throw RPCStatus(.cancelled)
    }

    private func response(
        _ report: ServingStatus.Report, _ call: CallContext
    ) -> HealthCheckResponse {
        var response = HealthCheckResponse(
            state: .init(report), sandbox: isSandbox, clockHeld: report.isClockHeld,
            damaged: report.isDamaged)
        // Told to those who can mend it, not to whom late revocations may let in. Hardly ever so:
        // who asks is looked at last.
        if report.isRevocationStale || report.hasReloadFailed,
            (call.identity as? Peer)?.reference.kind == .operator
        {
            response.revocationStale = report.isRevocationStale
            response.reloadFailed = report.hasReloadFailed
        }
        return response
    }
}

extension ServingState {
    init(_ report: ServingStatus.Report) {
        self =
            switch report.serving {
            case .draining: .draining
            case _ where report.isStoreAway: .notServing
            case .serving: .serving
            case .readOnly: .readOnly
            }
    }
}
