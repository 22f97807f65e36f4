// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Metrics
internal import RecoursStore
internal import Synchronization

/// Sees to it that no event loop stands still unnoticed: each is asked for a sign of life ten times
/// a second, and what it takes to answer is how long any call may have had to wait.
final class LoopWatch: Sendable {
    /// Has something run on a loop; from any thread.
    typealias Loop = @Sendable (@escaping @Sendable () -> Void) -> Void

    /// One loop, and the question that is on its way.
    private final class Probe: Sendable {
        let loop: Loop
        let delay: Metrics.Timer
        /// When it was asked; 0 once it has answered.
        let askedAt = Atomic<UInt64>(0)

        init(_ number: Int, _ loop: @escaping Loop) {
            self.loop = loop
            delay = Metrics.Timer(
                label: "recours_loop_delay_seconds", dimensions: [("loop", "\(number)")])
        }
    }

    private static let interval = Duration.milliseconds(100)
    /// A call that was held up longer than this was held up by something that should not be done on
    /// a loop, or the machine has too little of a core for it (security.md §2e).
    private static let longest: UInt64 = 50_000_000

    private let probes: [Probe]
    private let logger: Logger
    private let blocked = Counter(label: "recours_loop_blocked_total")
    private let telling = TellTale(every: .seconds(10))
    /// Delays over the limit.
    private let count = Atomic(0)

    init(loops: [Loop], logger: Logger) {
        probes = loops.enumerated().map(Probe.init)
        self.logger = logger
    }

    var blockedCount: Int { count.load(ordering: .relaxed) }

    func run() async {
        while !Task.isCancelled {
            for probe in probes { ask(probe) }
            try? await Task.sleep(for: Self.interval)
        }
    }

    private func ask(_ probe: Probe) {
        let now = Uptime.now.nanoseconds
        let askedAt = probe.askedAt.load(ordering: .acquiring)
        guard askedAt == 0 else {
            // Said while it lasts: a loop that never goes on would never say it.
            note(now - askedAt, isOver: false)
            return
        }
        probe.askedAt.store(now, ordering: .releasing)
        probe.loop { [self] in
            let delay = Uptime.now.nanoseconds - now
            probe.delay.recordNanoseconds(Int64(clamping: delay))
            probe.askedAt.store(0, ordering: .releasing)
            note(delay, isOver: true)
        }
    }

    private func note(_ delay: UInt64, isOver: Bool) {
        guard delay > Self.longest else { return }
        if isOver {
            blocked.increment()
            count.add(1, ordering: .relaxed)
        }
        guard let times = telling.countToTell() else { return }
        logger.warning(
            "an event loop was held up",
            metadata: [
                "milliseconds": "\(delay / 1_000_000)", "over": "\(isOver)", "times": "\(times)",
            ])
    }
}
