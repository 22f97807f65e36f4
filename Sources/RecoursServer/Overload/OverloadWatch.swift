// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Metrics
internal import RecoursStore
internal import RecoursTransport

/// Looks every second at what the server holds: acts on the memory's marks, and tells the metrics.
final class OverloadWatch: Sendable {
    private static let interval = Duration.seconds(1)
    /// Connections closed in a second at most, once memory is all but used up.
    private static let closedAtOnce = 16
    /// What a connection must hold for its end to be worth anything.
    private static let worthClosing = 65_536

    private let store: CaseStore
    private let pressure: MemoryPressure
    private let gauge: MemoryGauge
    private let server: RPCServer
    private let logger: Logger
    private let used = Gauge(label: "recours_memory_bytes")
    private let level = Gauge(label: "recours_memory_level")
    private let commands = Gauge(label: "recours_queued_commands")
    private let lists = Gauge(label: "recours_queued_lists")
    private let closed = Counter(label: "recours_connections_shed_total")
    private let late = LateReason.allCases.map { reason in
        (
            reason,
            Counter(label: "recours_work_late_total", dimensions: [("reason", "\(reason)")])
        )
    }

    init(
        store: CaseStore, pressure: MemoryPressure, gauge: MemoryGauge, server: RPCServer,
        logger: Logger
    ) {
        self.store = store
        self.pressure = pressure
        self.gauge = gauge
        self.server = server
        self.logger = logger
        Gauge(label: "recours_memory_limit_bytes").record(gauge.limitBytes)
    }

    func run() async {
        var told = LateReason.allCases.map { _ in UInt64(0) }
        while !Task.isCancelled {
            for (place, (reason, counter)) in late.enumerated() {
                let count = store.count(reason)
                counter.increment(by: count - told[place])
                told[place] = count
            }
            commands.record(store.queuedCommands)
            lists.record(store.queuedLists)
            await lookAtMemory()
            try? await Task.sleep(for: Self.interval)
        }
    }

    private func lookAtMemory() async {
        let bytes = MemoryGauge.usedBytes()
        let before = pressure.level
        let now = pressure.note(usedBytes: bytes, of: gauge.limitBytes)
        used.record(bytes)
        level.record(Int(now.rawValue))
        if now != before {
            logger.log(
                level: now > before ? .warning : .notice, "memory",
                metadata: [
                    "state": "\(now)", "mebibytes": "\(bytes >> 20)",
                    "limit": "\(gauge.limitBytes >> 20)",
                ])
            server.refusesConnections = now >= .refusesConnections
        }
        guard now > .none else { return }
        if now == .closesConnections {
            closed.increment(
                by: await server.closeCostliest(
                    atMost: Self.closedAtOnce, holding: Self.worthClosing,
                    message: "The server is short of memory."))
        }
        MemoryGauge.trim()
    }
}
