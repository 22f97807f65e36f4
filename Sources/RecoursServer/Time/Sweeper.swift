// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Metrics
internal import RecoursCases
internal import RecoursCrypto
internal import RecoursStore

/// Acts on every clock that has run out.
///
/// It only asks: for each case that is due it submits the clock's command like anybody else, and
/// the rules decide on the case as it then is. So nothing can happen twice, however many sweepers
/// there are and wherever one was interrupted, and a case just answered is left alone.
actor Sweeper {
    struct Limits: Sendable {
        /// Commands in flight: a tenth of what the store takes in one transaction, so that whoever
        /// submits meanwhile waits a few milliseconds longer at most.
        var batch = 128
        /// The longest sleep. A nearer alarm may come of any command while it lasts.
        var sleepMilliseconds: Int64 = 2_000
        /// How often the server says that it lives. A stop is known to within so much.
        var heartbeatMilliseconds: Int64 = 300_000
        /// How often commitments and groups are looked at.
        var choreMilliseconds: Int64 = 60_000

        init() {}
    }

    /// What a sweep came to.
    struct Sweep: Sendable {
        /// How many times a case was acted on.
        var acted = 0
        /// When there is next something to do; nil if never.
        var next: Instant?
        /// Why the sweep broke off.
        var failure: StoreError?
    }

    let store: CaseStore
    let clock: WallClock
    private let status: ServingStatus
    private let logger: Logger
    private let limits: Limits
    private let codec = StoreCodec()
    /// Sweeps and advances exclude each other.
    let turn = Permits(1)
    private var troubles = SweepTroubles()
    private var stop: LongStop?
    /// True once every case whose alarm fell in the stop has been looked at.
    private var stopIsSorted = false
    private var lastHeartbeat: Instant?
    private var lastChores: Instant?
    private let actedCounter = Counter(label: "recours_alarms_acted_total")
    private let lagGauge = Gauge(label: "recours_alarm_lag_seconds")
    private let troubleGauge = Gauge(label: "recours_alarm_troubles")

    init(
        store: CaseStore, clock: WallClock, status: ServingStatus, stop: LongStop?,
        limits: Limits, logger: Logger
    ) {
        self.store = store
        self.clock = clock
        self.status = status
        self.stop = stop
        self.limits = limits
        self.logger = logger
    }

    /// Sweeps until the task is cancelled or the store has closed.
    func run() async {
        var pause = limits.sleepMilliseconds
        while !Task.isCancelled {
            observeClock()
            guard await turn.take() else { return }
            let sweep = await sweep()
            turn.giveBack()
            if let failure = sweep.failure {
                guard failure.code != .closed, failure.code != .outcomeUnknown else { return }
                // The store has no room, or too much to do: it gets more and more time.
                pause = min(pause * 2, 60_000)
                logger.warning("sweep broken off", metadata: ["error": "\(failure)"])
            } else {
                pause = limits.sleepMilliseconds
                await beat()
            }
            var wait = pause
            if let next = sweep.next, sweep.failure == nil {
                let left = next.millisecondsSince1970 - clock.reading().millisecondsSince1970
                wait = max(10, min(pause, left))
            }
            try? await Task.sleep(for: .milliseconds(wait))
        }
    }

    // MARK: Sweeping

    /// Acts once on every case that is due, oldest first. The caller has the turn.
    func sweep() async -> Sweep {
        var result = Sweep()
        var position: AlarmPosition?
        var isFirst = true
        do throws(StoreError) {
            // What is left when the server stops is as due when it is back.
            while !Task.isCancelled {
                let page = try await store.alarms(
                    after: position, upTo: Instant(millisecondsSince1970: .max),
                    limit: limits.batch)
                let now = clock.reading()
                if isFirst { measureLag(page.first, at: now) }
                isFirst = false
                let due = page.prefix { $0.position.at <= now }
                guard let last = due.last else {
                    result.next = page.first?.position.at
                    break
                }
                try await act(on: due, at: now, &result)
                position = last.position
                if let stop, stopIsSorted, stop.covers(last.position.at) {
                    position = AlarmPosition(after: stop.ended)
                }
            }
        } catch {
            result.failure = error
            if error.code == .storageFull { status.setReadOnly(true) }
            return result
        }
        do throws(StoreError) {
            try await doChores()
        } catch {
            result.failure = error
        }
        settleStop(&result)
        actedCounter.increment(by: Int64(result.acted))
        troubleGauge.record(troubles.count)
        return result
    }

    /// What the clock does beside cases: once a minute, and at once on a new day.
    private func doChores() async throws(StoreError) {
        let now = clock.reading()
        if let last = lastChores, last.dateInParis == now.dateInParis,
            now.millisecondsSince1970 - last.millisecondsSince1970 < limits.choreMilliseconds
        {
            return
        }
        let broken = try await store.settleOverdueCommitments(asOf: now)
        let shown = try await store.releaseAggregates(asOf: now)
        lastChores = now
        guard broken + shown > 0 else { return }
        logger.info(
            "commitments broken and grouped cases shown",
            metadata: ["commitments": "\(broken)", "cases": "\(shown)"])
    }

    private func act(
        on alarms: ArraySlice<Alarm>, at now: Instant, _ result: inout Sweep
    ) async throws(StoreError) {
        var ready: [Alarm] = []
        for alarm in alarms where troubles.mayTry(alarm.identifier, at: now) {
            if try await !isSpared(alarm) { ready.append(alarm) }
        }
        let store = store
        let outcomes = await withTaskGroup(of: (Alarm, CaseOutcome).self) { group in
            for alarm in ready {
                let change = CaseChange(
                    identifier: alarm.identifier, actor: .system, key: nil, command: .elapse,
                    at: now, queuedBytes: 256)
                group.addTask { (alarm, await store.execute(.change(change))) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for (alarm, outcome) in outcomes { try take(outcome, of: alarm, at: now, &result) }
    }

    private func take(
        _ outcome: CaseOutcome, of alarm: Alarm, at now: Instant, _ result: inout Sweep
    ) throws(StoreError) {
        switch outcome {
        case .applied(let receipt) where receipt.version > alarm.version:
            troubles.succeeded(alarm.identifier)
            result.acted += 1
        case .applied, .replayed:
            // Somebody was quicker, or the row's alarm was stale and is right now. One that is due
            // again and again, and has nothing to do, must not keep the sweeper awake.
            if troubles.failed(alarm.identifier, at: now) == 3 {
                logger.error("an alarm stays due with nothing to do", metadata: name(alarm))
            }
        case .refused(let refusal):
            report(alarm, at: now, "\(refusal.message)")
        case .conflict, .overQuota, .unknownPartner:
            report(alarm, at: now, "the clock's command was taken for a partner's")
        case .failed(let error):
            guard error.code == .corrupted else { throw error }
            report(alarm, at: now, "\(error)")
        }
    }

    private func report(_ alarm: Alarm, at now: Instant, _ words: String) {
        let tries = troubles.failed(alarm.identifier, at: now)
        var fields = name(alarm)
        fields["error"] = "\(words)"
        fields["tries"] = "\(tries)"
        logger.error("the clock could not act on a case; it is tried again", metadata: fields)
    }

    private func name(_ alarm: Alarm) -> Logger.Metadata {
        ["case": "\(Hexadecimal.text(of: alarm.identifier.bytes))"]
    }

    private func measureLag(_ oldest: Alarm?, at now: Instant) {
        let lag = oldest.map { now.millisecondsSince1970 - $0.position.atMilliseconds } ?? 0
        // A row of an older schema waits for its first visit: that is no lag.
        let isKnown = oldest?.position.atMilliseconds != CaseRecord.unknownAlarm
        lagGauge.record(isKnown ? Double(max(0, lag)) / 1_000 : 0)
    }

    // MARK: After a long stop

    /// True for a case one of whose deadlines ended while the server was away, until the grace is
    /// over. A mere reminder that fell due meanwhile goes out at once.
    private func isSpared(_ alarm: Alarm) async throws(StoreError) -> Bool {
        guard let stop, stop.covers(alarm.position.at) else { return false }
        do throws(StoreError) {
            let stored = try await store.caseFile(.mediator, .identifier(alarm.identifier))
            // A draft, which no mediator sees: it is its author's, who was shut out too.
            guard let stored else { return true }
            guard let caseFile = try? codec.decode(stored.snapshot) else { return false }
            return caseFile.deadlines.contains { stop.covers($0.dueAt) }
        } catch {
            // The command itself meets the damage, and reports it.
            if error.code == .corrupted { return false }
            throw error
        }
    }

    /// Notes that all of a stop's cases have been looked at, and when the next thing is to do.
    private func settleStop(_ result: inout Sweep) {
        guard let stop else { return }
        if clock.reading() >= stop.graceEnds {
            // The next sweep finds what was spared.
            self.stop = nil
            result.next = stop.graceEnds
            return
        }
        stopIsSorted = true
        result.next = min(result.next ?? stop.graceEnds, stop.graceEnds)
    }

    // MARK: The server's own clock

    private func beat() async {
        let now = clock.reading()
        if let last = lastHeartbeat,
            now.millisecondsSince1970 - last.millisecondsSince1970 < limits.heartbeatMilliseconds
        {
            return
        }
        do throws(StoreError) {
            try await store.raise([.heartbeat: now.millisecondsSince1970])
            lastHeartbeat = now
        } catch {
            logger.warning("no heartbeat was kept", metadata: ["error": "\(error)"])
        }
    }

    private func observeClock() {
        guard let verdict = clock.observe() else { return }
        status.setClockHeld(clock.isHolding)
        switch verdict {
        case .steady, .waiting: break
        case .leapt(let milliseconds):
            logger.error(
                "the machine's clock has leapt and is not followed",
                metadata: [
                    "seconds": "\(milliseconds / 1_000)",
                    "remedy": """
                    Set the clock right (timedatectl, chronyc). A leap ahead that lasts ten \
                    minutes is believed; one back is not, while the server runs.
                    """,
                ])
        case .returned: logger.notice("the machine's clock is back and is followed again")
        case .accepted(let milliseconds):
            logger.error(
                "the machine's clock is believed after its leap",
                metadata: ["seconds": "\(milliseconds / 1_000)"])
        }
    }
}
