// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursCases
internal import RecoursMessages
internal import RecoursTransport
internal import RecoursWire

/// What stands before and behind every call: who may enter, and what is written down of it.
final class CallGate: CallInterceptor {
    private let limits: LiveLimits
    private let shedder: LoadShedder
    private let logger: Logger

    init(limits: LiveLimits, shedder: LoadShedder, logger: Logger) {
        self.limits = limits
        self.shedder = shedder
        self.logger = logger
    }

    func keep(_ method: MethodDescriptor) -> (any Sendable & AnyObject)? {
        GatedMethod(method.fullName)
    }

    /// Lets a call in, or says why not: the key was unbound, the kind may never do this, the
    /// partner has too many calls in progress, or the server has too much to do.
    func before(_ call: CallContext) throws(RPCStatus) {
        guard let peer = call.identity as? Peer, let method = call.kept as? GatedMethod else {
            throw RPCStatus(.notAPartner)
        }
        do throws(RPCStatus) {
            if peer.isRevoked { throw RPCStatus(.notAPartner) }
            guard method.callers.contains(Authority.Kinds(peer.reference.kind)) else {
                throw RPCStatus(.methodNotAllowed)
            }
            try shedder.check(method.class, of: peer)
            if peer.load.rates.areLimited, let excess = peer.load.rates.begin(method.class) {
                throw RPCStatus(.overQuota(excess))
            }
            guard peer.load.takeCall(atMost: limits.callsPerPartner) else {
                throw RPCStatus(.quota(.calls, limit: limits.callsPerPartner))
            }
        } catch {
            method.metrics.record(error.code, nanoseconds: 0)
            logRefusal(call, peer, error.code)
            throw error
        }
    }

    /// A partner that asks for too much is written down once a second: at that moment a line for
    /// each call would cost more than the calls.
    private func logRefusal(_ call: CallContext, _ peer: Peer, _ code: RPCStatus.Code) {
        guard code == .resourceExhausted else {
            logger.info("call refused", metadata: fields(call, peer, code))
            return
        }
        guard let count = peer.load.refusals.countToTell() else { return }
        logger.info("call refused", metadata: fields(call, peer, code, count: count))
    }

    /// Gives the call's place back and writes down how it ended.
    func after(_ call: CallContext, _ outcome: CallOutcome) {
        guard let peer = call.identity as? Peer, let method = call.kept as? GatedMethod else {
            return
        }
        peer.load.releaseCall()
        if peer.load.rates.areLimited {
            peer.load.rates.end(
                method.class, requestBytes: outcome.requestBytes,
                responseBytes: outcome.responseBytes)
        }
        let nanoseconds = Int64(clamping: outcome.durationNanoseconds)
        method.metrics.record(outcome.code, nanoseconds: nanoseconds)
        let milliseconds = nanoseconds / 1_000_000
        let isSlow = milliseconds >= limits.slowCallMilliseconds && !method.mayTakeLong
        let level: Logger.Level =
            switch outcome.code {
            case .internal, .dataLoss, .unknown: .error
            case .ok where !isSlow: .debug
            default: isSlow ? .warning : .info
            }
        // The fields cost more than a health call: they are made only for a line that is written.
        guard logger.logLevel <= level else { return }
        var fields = fields(call, peer, outcome.code)
        fields["milliseconds"] = "\(milliseconds)"
        fields["requestBytes"] = "\(outcome.requestBytes)"
        fields["responseBytes"] = "\(outcome.responseBytes)"
        logger.log(level: level, isSlow ? "slow call" : "call", metadata: fields)
    }

    /// All that may be written of a call. What a partner wrote is not among it, and must never be
    /// (security.md §4.9).
    private func fields(
        _ call: CallContext, _ peer: Peer, _ code: RPCStatus.Code, count: Int = 1
    ) -> Logger.Metadata {
        var fields: Logger.Metadata = [
            "partner": "\(peer.label)", "method": "\(call.method)", "code": "\(code)",
            "request": "\(call.requestID)",
        ]
        if count > 1 { fields["count"] = "\(count)" }
        return fields
    }
}

/// What the gate has at hand of one method.
final class GatedMethod: Sendable {
    let callers: Authority.Kinds
    let `class`: CallClass
    let metrics: CallMetrics
    /// Streams and long waits take the time that their callers want.
    let mayTakeLong: Bool

    init(_ method: String) {
        callers = Authority.callers(of: method)
        `class` = CallClass(of: method)
        metrics = CallMetrics(method: method)
        mayTakeLong = Self.mayTakeLong(method)
    }

    private static func mayTakeLong(_ method: String) -> Bool {
        switch method {
        case "recours.v1.CaseService/SubmitCases", "recours.v1.InboxService/PullCases",
            "recours.v1.ClaimService/PullListings",
            "recours.v1.ResponseService/RespondMany", "recours.v1.ActionService/ActMany",
            "recours.v1.PartnerService/ImportMandates",
            "recours.v1.FeedService/ObserveListings",
            "recours.v1.EvidenceService/Upload", "recours.v1.EvidenceService/Download",
            "recours.v1.OperatorService/AdvanceClock", "recours.v1.OperatorService/BackUp",
            "recours.v1.HealthService/Watch", "recours.v1.WatchService/WatchInbox",
            "recours.v1.WatchService/WatchCase", "recours.v1.WatchService/WatchQueue":
            true
        default: false
        }
    }
}
