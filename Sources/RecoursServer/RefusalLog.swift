// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Metrics
internal import RecoursCrypto
internal import RecoursTransport
internal import RecoursWire
internal import Synchronization

/// What is written down of peers who were turned away, before or after the handshake: when, from
/// where, why, and by its fingerprint which certificate they showed. Names in a certificate that
/// is not believed are a stranger's words, and are not written.
///
/// All are counted. Of each reason some are logged, so that neither a flood fills the disk, nor
/// noise hides a certificate that somebody tries again and again.
final class RefusalLog: Sendable {
    /// One reason's lines: twenty at once, then one a second.
    struct Budget {
        private static let mostLines = 20.0
        private static let linesPerSecond = 1.0

        private var lines = Budget.mostLines
        private var readAt: MonotonicInstant?
        private var unlogged = 0

        /// How many were passed over since the last line; nil if this one is, too.
        mutating func take(at now: MonotonicInstant) -> Int? {
            if let readAt {
                let seconds = Double(now.nanoseconds(since: readAt)) / 1e9
                lines = min(Budget.mostLines, lines + seconds * Budget.linesPerSecond)
            }
            readAt = now
            guard lines >= 1 else {
                unlogged += 1
                return nil
            }
            lines -= 1
            defer { unlogged = 0 }
            return unlogged
        }
    }

    private let logger: Logger
    private let counters: [String: Counter]
    private let budgets = Mutex<[String: Budget]>([:])

    init(logger: Logger) {
        self.logger = logger
        let reasons =
            FailedHandshake.Reason.allCases.map(\.rawValue)
            + PartnerAdmission.Rejection.allCases.map(\.rawValue)
        counters = Dictionary(
            uniqueKeysWithValues: reasons.map {
                ($0, Counter(label: "recours_peers_refused_total", dimensions: [("reason", $0)]))
            })
    }

    func note(
        _ reason: String, address: @autoclosure () -> String, fingerprint: [UInt8]?,
        detail: String = "", at now: MonotonicInstant = .now
    ) {
        counters[reason]?.increment()
        // Whoever only looks whether the port is open says nothing and hangs up.
        let level: Logger.Level =
            reason == FailedHandshake.Reason.closed.rawValue
            ? .debug : fingerprint == nil ? .info : .notice
        guard logger.logLevel <= level,
            let unlogged = budgets.withLock({ $0[reason, default: Budget()].take(at: now) })
        else { return }
        var fields: Logger.Metadata = ["reason": "\(reason)", "address": "\(address())"]
        if let fingerprint { fields["certificate"] = "\(Hexadecimal.text(of: fingerprint))" }
        if !detail.isEmpty { fields["detail"] = "\(detail)" }
        if unlogged > 0 { fields["unlogged"] = "\(unlogged)" }
        logger.log(level: level, "peer refused", metadata: fields)
    }
}
