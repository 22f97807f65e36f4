// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursCases
internal import RecoursWire

/// What stands before and behind every call: who may enter, and what is written down of it.
struct CallGate: Sendable {
    /// One call that was let in; to be given back with `left`.
    struct Entry: Sendable {
        let peer: Peer
        let method: String
        let requestID: String
        let begun: ContinuousClock.Instant
    }

    private let limits: ServiceLimits
    private let status: ServingStatus
    private let logger: Logger
    private let metrics: [String: CallMetrics]

    init(limits: ServiceLimits, status: ServingStatus, logger: Logger) {
        self.limits = limits
        self.status = status
        self.logger = logger
        metrics = Dictionary(
            uniqueKeysWithValues: Authority.table.keys.map { ($0, CallMetrics(method: $0)) })
    }

    /// Lets a call in, or says why not: the key was unbound, the kind may never do this, or the
    /// partner has too many calls in progress.
    func enter(
        _ peer: Peer, method: String, requestID: String
    ) throws(RPCStatus) -> Entry {
        if peer.isRevoked {
            throw turnedAway(RPCStatus(.notAPartner), peer, method, requestID)
        }
        guard Authority.allows(peer.reference.kind, method: method) else {
            throw turnedAway(RPCStatus(.methodNotAllowed), peer, method, requestID)
        }
        guard peer.load.takeCall(atMost: limits.callsPerPartner) else {
            throw turnedAway(RPCStatus(.quota(.calls)), peer, method, requestID)
        }
        return Entry(peer: peer, method: method, requestID: requestID, begun: .now)
    }

    /// Gives the call's place back and writes down how it ended. What a partner wrote is not among
    /// the fields, and must never be (security.md §4.9).
    func left(_ entry: Entry, _ code: RPCStatus.Code) {
        entry.peer.load.releaseCall()
        let nanoseconds = (ContinuousClock.now - entry.begun).nanoseconds
        metrics[entry.method]?.record(code, nanoseconds: nanoseconds)
        let milliseconds = nanoseconds / 1_000_000
        let isSlow =
            milliseconds >= limits.slowCallMilliseconds && !CallGate.mayTakeLong(entry.method)
        let level: Logger.Level =
            switch code {
            case .internal, .dataLoss, .unknown: .error
            case .ok where !isSlow: .debug
            default: isSlow ? .warning : .info
            }
        guard logger.logLevel <= level else { return }
        logger.log(
            level: level, isSlow ? "slow call" : "call",
            metadata: [
                "partner": "\(entry.peer.label)", "method": "\(entry.method)",
                "code": "\(code)", "milliseconds": "\(milliseconds)",
                "request": "\(entry.requestID)",
            ])
    }

    /// Streams and long waits take the time that their callers want.
    private static func mayTakeLong(_ method: String) -> Bool {
        switch method {
        case "recours.v1.CaseService/SubmitCases", "recours.v1.InboxService/PullCases",
            "recours.v1.ResponseService/RespondMany", "recours.v1.PartnerService/ImportMandates",
            "recours.v1.HealthService/Watch":
            true
        default: false
        }
    }

    private func turnedAway(
        _ status: RPCStatus, _ peer: Peer, _ method: String, _ requestID: String
    ) -> RPCStatus {
        metrics[method]?.record(status.code, nanoseconds: 0)
        logger.info(
            "call refused",
            metadata: [
                "partner": "\(peer.label)", "method": "\(method)", "code": "\(status.code)",
                "request": "\(requestID)",
            ])
        return status
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
