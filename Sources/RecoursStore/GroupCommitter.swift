// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import Synchronization

/// Proof that a transaction is on disk: what receipts are made of. Only this file can make one.
struct Committed: ~Copyable {
    fileprivate init() {}
}

/// The one writer of a store: takes what has queued, decides it, makes it durable, answers.
///
/// A batch is what queued while the last one was being made durable, in fair shares if that is too
/// much; nothing ever waits for a batch to fill. A command is answered only after its transaction
/// is on disk.
final class GroupCommitter: Sendable {
    private let queue: WorkQueue<StoreCommand>
    private let backend: any StoreBackend
    private let codec: any SnapshotCodec
    private let limits: StoreLimits
    private let waiters: GrowthWaiters
    private let subscriptions: ChangeSubscriptions
    private let prompt: PromptReaders
    private let cipher: PublicNumberCipher
    private let damage: DamageLog
    /// Called once, on the writer's thread, when an outcome is unknown: reads and writes have
    /// stopped.
    private let onPoison: @Sendable (StoreError) -> Void
    /// Stops the readers and waits until none is at work.
    private let stopReads: @Sendable () -> Void
    private let isStopped = Atomic(false)
    private let committed = Atomic<UInt64>(0)
    /// Since when the batch under way is written, in nanoseconds; 0: none is.
    private let writingSince = Atomic<UInt64>(0)
    /// Single commands that may wait; more are refused by `isCrowded`.
    private let room = Atomic(Int.max)
    private let late = LateCounts()
    private let worker: Worker
    /// Touched by the writer alone, so it is never waited for.
    private let pace: Mutex<BatchPace>

    init(
        backend: any StoreBackend, codec: any SnapshotCodec, limits: StoreLimits,
        waiters: GrowthWaiters, subscriptions: ChangeSubscriptions, prompt: PromptReaders,
        damage: DamageLog, turns: StoreTurns?, stopReads: @escaping @Sendable () -> Void,
        onPoison: @escaping @Sendable (StoreError) -> Void
    ) {
        worker = Worker(name: "recours-writer", turns: turns)
        pace = Mutex(BatchPace(most: limits.batchCommands, goal: limits.bulkBatchTime))
        self.queue = WorkQueue(
            WorkAmount(count: limits.queuedCommands, bytes: limits.queuedBytes),
            lane: limits.queuedOfOne, patience: Patience(interactive: limits.queuePatience),
            consumer: worker)
        self.backend = backend
        self.codec = codec
        self.limits = limits
        self.waiters = waiters
        self.subscriptions = subscriptions
        self.prompt = prompt
        self.cipher = backend.identity.numbers
        self.damage = damage
        self.stopReads = stopReads
        self.onPoison = onPoison
    }

    func start() {
        worker.start { self.turn() }
    }

    /// Queues a command that is of use until its deadline; a full or closed queue answers at once,
    /// on the caller's thread.
    func enqueue(_ command: StoreCommand, bytes: Int, until deadline: Uptime = .never) {
        switch queue.offer(command, bytes: bytes, for: command.claim, until: deadline) {
        case .accepted: break
        case .full: command.failing(.queueFull)()
        case .closed: command.failing(.stopped)()
        }
    }

    /// Refuses new commands, finishes those queued, and waits for the writer to end.
    func close() {
        queue.close()
        worker.join()
    }

    /// Batches on disk so far, those of others too that were heard of; raised before any of their
    /// commands is answered.
    var commits: UInt64 { committed.load(ordering: .sequentiallyConsistent) }

    /// Others have committed to the same database: what was read before may be so no more.
    func noteOthers() { committed.add(1, ordering: .sequentiallyConsistent) }

    /// How long the batch under way has taken so far.
    var batchTime: Duration {
        let since = writingSince.load(ordering: .relaxed)
        let now = Uptime.now.nanoseconds
        return since == 0 || now < since ? .zero : .nanoseconds(Int64(clamping: now - since))
    }

    /// Commands that wait.
    var queuedCommands: Int { queue.count }

    /// Commands that came to their turn too late.
    func count(_ reason: LateReason) -> UInt64 { late.count(reason) }

    /// Whether so many single commands wait that one more would wait for longer than it should, and
    /// this partner has its part of them.
    func isCrowded(for partner: PartnerReference) -> Bool {
        let room = room.load(ordering: .relaxed)
        guard room < .max else { return false }
        return queue.isCrowded(Claim(actor: .partner(partner), isBulk: false), at: room)
    }

    /// Takes a batch through: all that the writer does, over and over.
    private func turn() -> Worker.Turn {
        let most = WorkAmount(count: limits.batchCommands, bytes: limits.batchBytes)
        let waiting = queue.count
        let (bulk, time) = pace.withLock { ($0.bulk, $0.time(of: waiting)) }
        switch queue.take(most, bulk: bulk, time: time) {
        case .nothingYet: return .idle
        case .nothingMore: return .ended
        case .batch(let batch):
            giveUp(batch.dropped)
            if !batch.work.isEmpty { write(batch.work) }
            return .worked
        }
    }

    private func write(_ batch: [StoreCommand]) {
        let begun = ContinuousClock.now
        writingSince.store(Uptime.now.nanoseconds, ordering: .relaxed)
        defer { writingSince.store(0, ordering: .relaxed) }
        prompt.writingBegins()
        if let error = process(batch) ?? maintenanceFailure() {
            stop(after: error, failing: [])
        }
        prompt.writingEnds()
        let isAwaited = batch.contains { $0.claim.class == .interactive }
        let time = begun.duration(to: .now)
        let commands = pace.withLock { pace -> Int? in
            pace.note(commands: batch.count, isAwaited: isAwaited, took: time)
            return limits.queueTarget.flatMap { pace.commands(within: $0) }
        }
        if let commands { room.store(commands, ordering: .relaxed) }
    }

    private func maintenanceFailure() -> StoreError? {
        if isStopped.load(ordering: .relaxed) { return nil }
        do throws(StoreError) {
            try backend.maintain()
            return nil
        } catch {
            return backend.goesOnAfterFailure ? nil : error
        }
    }

    /// Decides, writes and answers a batch.
    ///
    /// - Returns: what the store cannot go on after, if it happened.
    private func process(_ batch: [StoreCommand]) -> StoreError? {
        if isStopped.load(ordering: .relaxed) {
            deliver(batch, failing: .stopped)
            return nil
        }
        do throws(StoreError) {
            try refuseIfFull()
            let decided = try commit(batch)
            committed.add(1, ordering: .sequentiallyConsistent)
            answer(batch, decided.outcomes, Committed())
            waiters.publish(decided.growth)
            subscriptions.publish(decided.growth.inboxes, cases: decided.changed)
            return nil
        } catch {
            switch error.code {
            case .outcomeUnknown, .storageFailed, .corrupted:
                if !backend.goesOnAfterFailure {
                    stop(after: error, failing: batch)
                    return nil
                }
            case .storageFull, .overloaded, .closed, .locked, .newerSchema, .incomplete,
                .unsafeSettings, .unavailable, .internalError:
                break
            }
            deliver(batch, failing: error)
            return nil
        }
    }

    private func refuseIfFull() throws(StoreError) {
        let space = try backend.space()
        let reserve = limits.reserve(ofTotalBytes: space.totalBytes)
        if space.freeBytes < reserve {
            throw .noSpace(freeBytes: space.freeBytes, reserveBytes: reserve)
        }
    }

    /// Decides each command on what those before it left, and makes what they change durable.
    private func commit(_ batch: [StoreCommand]) throws(StoreError) -> Decided {
        // A damaged row is the trouble of the command that met it, not of its neighbours.
        var failed: [Int: StoreError] = [:]
        while true {
            if let decided = try commit(batch, but: &failed) { return decided }
        }
    }

    /// - Parameter failed: commands that have met damage, by their places.
    /// - Returns: nil if a command has met damage when it had begun to change something: all that
    ///   was decided is given up, and the others are to be decided anew without it.
    private func commit(
        _ batch: [StoreCommand], but failed: inout [Int: StoreError]
    ) throws(StoreError) -> Decided? {
        let lookup = try backend.begin(batch)
        do throws(StoreError) {
            var decider = try BatchDecider(
                codec: codec, lookup: lookup, cipher: cipher, quotas: limits.quotas,
                confirm: { [backend] () throws(StoreError) in try backend.confirm() })
            var outcomes: [BatchOutcome] = []
            outcomes.reserveCapacity(batch.count)
            for (place, command) in batch.enumerated() {
                if failed[place] == nil {
                    do throws(StoreError) {
                        outcomes.append(try decide(command, &decider))
                    } catch {
                        guard error.code == .corrupted else { throw error }
                        damage.note(error)
                        failed[place] = error
                        guard decider.isBetweenCommands else {
                            backend.rollback()
                            return nil
                        }
                    }
                }
                if let error = failed[place] { outcomes.append(.failed(command.failing(error))) }
            }
            damage.note(decider.damage)
            guard !decider.writes.isEmpty else {
                backend.rollback()
                try backend.confirm()
                return Decided(outcomes: outcomes)
            }
            let heads = try backend.commit(decider.writes)
            return Decided(
                outcomes: outcomes,
                growth: Growth(inboxes: heads, reports: decider.writes.claims.reports),
                changed: subscriptions.hasCases ? Array(decider.writes.changedCases.keys) : [])
        } catch {
            // After an unknown outcome there is no transaction any more, and rolling back is
            // harmless.
            backend.rollback()
            throw error
        }
    }

    private func decide(
        _ command: StoreCommand, _ decider: inout BatchDecider
    ) throws(StoreError) -> BatchOutcome {
        switch command.order {
        case .caseOrder(let order, let completion):
            .caseOutcome(try decider.decide(order), completion)
        case .administrative(let order, let completion):
            .administrative(try decider.decide(order), completion)
        case .evidence(let order, let completion):
            .evidence(try decider.decide(order), completion)
        }
    }

    private func answer(
        _ batch: [StoreCommand], _ outcomes: [BatchOutcome], _ proof: borrowing Committed
    ) {
        var completions = CompletionBatch()
        for (command, outcome) in zip(batch, outcomes) {
            switch outcome {
            case .caseOutcome(let pending, let completion):
                let outcome = pending.outcome(proof)
                completions.append(command.sink) { completion(outcome) }
            case .administrative(let outcome, let completion):
                completions.append(command.sink) { completion(outcome) }
            case .evidence(let outcome, let completion):
                completions.append(command.sink) { completion(outcome) }
            case .failed(let tell): completions.append(command.sink, tell)
            }
        }
        completions.deliver()
    }

    private func giveUp(_ dropped: [(element: StoreCommand, reason: LateReason)]) {
        var completions = CompletionBatch()
        for (command, reason) in dropped {
            late.note(reason)
            completions.append(command.sink, command.failing(StoreError(reason)))
        }
        completions.deliver()
    }

    private func deliver(_ batch: [StoreCommand], failing error: StoreError) {
        var completions = CompletionBatch()
        for command in batch { completions.append(command.sink, command.failing(error)) }
        completions.deliver()
    }

    /// Stops everything: readers first, so that nobody is shown a history which a restart may
    /// change.
    private func stop(after error: StoreError, failing batch: [StoreCommand]) {
        isStopped.store(true, ordering: .relaxed)
        queue.close()
        stopReads()
        waiters.close()
        subscriptions.close()
        deliver(batch, failing: error)
        onPoison(error)
    }
}

/// What a batch came to.
private struct Decided {
    var outcomes: [BatchOutcome]
    /// The last positions of the inboxes that grew.
    var growth = Growth()
    /// Rows of the cases that changed, if anybody watches cases.
    var changed: [UInt64] = []
}

/// What one command of a batch came to, and who waits for it.
private enum BatchOutcome {
    case caseOutcome(PendingOutcome, @Sendable (CaseOutcome) -> Void)
    case administrative(
        AdministrativeOutcome, @Sendable (AdministrativeOutcome) -> Void)
    case evidence(EvidenceOutcome, @Sendable (EvidenceOutcome) -> Void)
    /// The command met damage; tells whoever waits for it.
    case failed(@Sendable () -> Void)
}

extension PendingOutcome {
    /// The outcome, once the transaction it belongs to is on disk.
    fileprivate func outcome(_ proof: borrowing Committed) -> CaseOutcome {
        switch self {
        case .final(let outcome): outcome
        case .applied(let draft): .applied(CaseReceipt(draft, proof))
        case .replayed(let draft): .replayed(CaseReceipt(draft, proof))
        }
    }
}
