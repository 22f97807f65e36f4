// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
internal import Synchronization

/// A store of cases: takes commands, makes them durable in common transactions, and answers reads.
///
/// The same over every back end. Methods with a `completion` cost no task and are for bulk; the
/// completion runs on `sink`, or on a thread of the store's if that is nil, and must then be quick.
package final class CaseStore: Sendable {
    let backend: any StoreBackend
    let codec: any SnapshotCodec
    package let limits: StoreLimits
    let committer: GroupCommitter
    /// Single rows; never behind a long list.
    let points: ReadService
    /// The same, on the thread of whoever asks.
    private let prompt: PromptReaders
    /// Lists, histories, inboxes.
    private let lists: ReadService
    /// Lists of what may be a little old; nil without a replica.
    let nearby: NearbyReads?
    /// Checks of the whole store, which take minutes and must hold up nobody.
    let checks: ReadService
    let waiters: GrowthWaiters
    let subscriptions: ChangeSubscriptions
    /// All damage that anybody has met.
    package let damage = DamageLog()
    private let isClosed = Atomic(false)

    /// Starts the store's threads over an opened back end, which it closes in the end.
    ///
    /// - Parameters:
    ///   - turns: what gives the store's loops their turns; nil: each has a thread of its own.
    ///   - onPoison: called once if an outcome is unknown or the storage fails. Reads and writes
    ///     have stopped; the process shall exit non-zero, and recover by starting again.
    package init(
        backend: any StoreBackend, codec: any SnapshotCodec, limits: StoreLimits = StoreLimits(),
        turns: StoreTurns? = nil, onPoison: @escaping @Sendable (StoreError) -> Void
    ) throws(StoreError) {
        self.backend = backend
        self.codec = codec
        self.limits = limits
        let prompt = try PromptReaders(
            count: limits.promptReaders, mayKeep: backend.snapshotsHoldNobodyUp
        ) { () throws(StoreError) in try backend.makeReader(.rows) }
        let points = ReadService(
            name: "recours-reader", queuedReads: limits.queuedReads,
            readsASnapshot: limits.readsASnapshot, damage: damage,
            patience: Patience(interactive: limits.queuePatience, bulk: limits.queuePatience),
            turns: turns)
        // A list may take its whole snapshot's time: each has one of its own.
        let lists = ReadService(
            name: "recours-lister", queuedReads: limits.queuedReads, readsASnapshot: 1,
            damage: damage,
            patience: Patience(interactive: limits.listPatience, bulk: limits.listPatience),
            turns: turns)
        let checks = ReadService(
            name: "recours-checker", queuedReads: 16, readsASnapshot: 1, damage: damage,
            turns: turns)
        let nearby = NearbyReads(backend.replica, limits, damage, turns: turns)
        let waiters = GrowthWaiters(maximumCount: limits.waiters)
        self.prompt = prompt
        self.points = points
        self.lists = lists
        self.nearby = nearby
        self.checks = checks
        self.waiters = waiters
        let subscriptions = ChangeSubscriptions(maximumCount: limits.subscriptions)
        self.subscriptions = subscriptions
        self.committer = GroupCommitter(
            backend: backend, codec: codec, limits: limits, waiters: waiters,
            subscriptions: subscriptions, prompt: prompt, damage: damage, turns: turns,
            stopReads: {
                prompt.stop()
                points.stop()
                lists.stop()
                nearby?.service.stop()
                checks.refuse()
            }, onPoison: onPoison)
        try Self.start([(points, .rows), (lists, .lists), (checks, .lists)], on: backend, nearby)
        committer.start()
    }

    /// Starts all, or none.
    private static func start(
        _ services: [(service: ReadService, use: ReaderUse)], on backend: any StoreBackend,
        _ nearby: NearbyReads?
    ) throws(StoreError) {
        var started: [ReadService] = []
        do throws(StoreError) {
            for (service, use) in services {
                try service.start { () throws(StoreError) in try backend.makeReader(use) }
                started.append(service)
            }
            try nearby?.start()
        } catch {
            for service in started { service.close() }
            throw error
        }
    }

    /// Finishes what is queued, then closes the back end. Blocks: not for an event loop.
    package func close() {
        guard !isClosed.exchange(true, ordering: .sequentiallyConsistent) else { return }
        committer.close()
        waiters.close()
        subscriptions.close()
        prompt.stop()
        points.close()
        lists.close()
        nearby?.service.close()
        checks.close()
        backend.close()
    }

    /// What the store got when it was created.
    package var identity: StoreIdentity { backend.identity }

    /// Commands that wait for the writer.
    package var queuedCommands: Int { committer.queuedCommands }

    /// Whether it may be away for a while and come back: its database is another process's.
    package var mayBeAway: Bool { backend.goesOnAfterFailure }

    /// How long the batch that is written now has taken so far.
    package var commitTime: Duration { committer.batchTime }

    /// Returns when the store has answered a read.
    package func answers() async throws(StoreError) {
        _ = try await point { reader throws(StoreError) in try reader.mark(.recordedTime) }
    }

    /// Lists and the like that wait for their reader.
    package var queuedLists: Int { lists.count + (nearby?.service.count ?? 0) }

    /// Commands and reads that came to their turn too late.
    package func count(_ reason: LateReason) -> UInt64 {
        committer.count(reason) + points.count(reason) + lists.count(reason)
            + (nearby?.service.count(reason) ?? 0)
    }

    /// Whether a single command of this partner would now have to wait for too long, and is better
    /// refused before anything is done for it.
    package func isCrowded(for partner: PartnerReference) -> Bool {
        committer.isCrowded(for: partner)
    }

    // MARK: Commands

    /// Does an order and returns once it is on disk, or certainly nowhere.
    package func execute(_ order: CaseOrder) async -> CaseOutcome {
        await withCheckedContinuation { continuation in
            enqueue(order) { continuation.resume(returning: $0) }
        }
    }

    /// Queues an order. A full queue completes at once, on the caller's thread.
    ///
    /// - Parameters:
    ///   - isBulk: one of many, before which other partners' and the actor's own single orders go.
    ///   - deadline: when nobody waits for it any more; it is then not done.
    package func enqueue(
        _ order: CaseOrder, isBulk: Bool = false, until deadline: Uptime = .never,
        sink: (any CompletionSink)? = nil,
        completion: @escaping @Sendable (CaseOutcome) -> Void
    ) {
        let command = StoreCommand(
            order: .caseOrder(order, completion: completion), isBulk: isBulk, sink: sink)
        committer.enqueue(command, bytes: order.queuedBytes, until: deadline)
    }

    /// Does an administrative order and returns once it is on disk, or certainly nowhere.
    ///
    /// - Parameter isBulk: one of many, before which other partners' and the actor's own single
    ///   orders go.
    package func execute(
        _ order: AdministrativeOrder, isBulk: Bool = false
    ) async -> AdministrativeOutcome {
        await withCheckedContinuation { continuation in
            let command = StoreCommand(
                order: .administrative(order) { continuation.resume(returning: $0) },
                isBulk: isBulk, sink: nil)
            committer.enqueue(command, bytes: order.queuedBytes)
        }
    }

    /// Queues a command of any kind.
    func enqueue(_ command: StoreCommand, bytes: Int) {
        committer.enqueue(command, bytes: bytes)
    }

    // MARK: Reads of single rows

    /// A case as it stands, or nil if there is none in the scope. Throws `corrupted` for a damaged
    /// row.
    package func caseFile(
        _ scope: CaseScope, _ reference: CaseReference
    ) async throws(StoreError) -> StoredCase? {
        try await point { reader throws(StoreError) in
            try reader.storedCase(scope, reference)
        }
    }

    /// The same without waiting for another thread; nil if it has to be asked with `readCase`.
    package func caseFileNow(
        _ scope: CaseScope, _ reference: CaseReference
    ) -> Result<StoredCase?, StoreError>? {
        let found = prompt.read(committer.commits) { reader throws(StoreError) in
            try reader.storedCase(scope, reference)
        }
        if case .failure(let error)? = found { damage.note(error) }
        return found
    }

    /// The same, without a task.
    package func readCase(
        _ scope: CaseScope, _ reference: CaseReference, account: ReadAccount? = nil,
        sink: (any CompletionSink)? = nil,
        completion: @escaping @Sendable (Result<StoredCase?, StoreError>) -> Void
    ) {
        points.enqueue(
            sink, account: account, of: reference,
            { reader throws(StoreError) in try reader.storedCase(scope, reference) },
            completion)
    }

    /// A case with its events; their chain has been verified. Nil if there is none in the scope.
    package func history(
        _ scope: CaseScope, _ reference: CaseReference
    ) async throws(StoreError) -> StoredHistory? {
        let chain = EventChain(codec: codec)
        return try await list { reader throws(StoreError) in
            try reader.history(scope, reference, chain)
        }
    }

    /// The same of a case on a page that was read, as it was then or is by now.
    package func history(
        _ scope: CaseScope, _ identifier: CaseIdentifier, since page: CasePage
    ) async throws(StoreError) -> StoredHistory? {
        let chain = EventChain(codec: codec)
        return try await list(nearby: page.place) { reader throws(StoreError) in
            try reader.history(scope, .identifier(identifier), chain)
        }.value
    }

    /// A registered partner.
    package func partner(_ reference: PartnerReference) async throws(StoreError) -> PartnerRecord? {
        try await point { reader throws(StoreError) in try reader.partner(reference) }
    }

    /// The partner to whom a key is bound, by the SHA-256 of its SubjectPublicKeyInfo.
    package func partner(boundTo spkiSHA256: [UInt8]) async throws(StoreError) -> PartnerRecord? {
        try await point { reader throws(StoreError) in try reader.partner(boundTo: spkiSHA256) }
    }

    // MARK: Lists

    /// A page of the scope's cases, newest first, after the case at which the last page ended. It
    /// may be as old as the replica may be, but no older than the place of that page.
    package func cases(
        _ scope: CaseScope, _ filter: CaseFilter, after position: CaseIdentifier?, limit: Int,
        since place: UInt64? = nil
    ) async throws(StoreError) -> CasePage {
        let (limits, codec) = (limits, codec)
        let found = try await list(nearby: place) { reader throws(StoreError) in
            try reader.page(scope, filter, after: position, limit: limit, limits, codec)
        }
        var page = found.value
        page.place = found.place
        damage.note(page.damage)
        return page
    }

    /// Partners by kind and slug, after a reference; at most `limit`.
    package func partners(
        kind: PartnerKind?, after: PartnerReference?, limit: Int
    ) async throws(StoreError) -> [PartnerRecord] {
        let limit = min(limit, limits.pageItems)
        return try await list { reader throws(StoreError) in
            try reader.partners(kind: kind, after: after, limit: limit)
        }
    }

    /// An association's mandates by SIREN and first day, after a mandate; at most `limit`.
    package func mandates(
        association: String, after: Mandate?, limit: Int
    ) async throws(StoreError) -> [Mandate] {
        let limit = min(limit, limits.pageItems)
        let reference = PartnerReference(kind: .association, slug: association)
        return try await list { reader throws(StoreError) in
            guard let partner = try reader.partner(reference) else { return [] }
            return try reader.mandates(association: partner.number, after: after, limit: limit)
        }
    }

    // MARK: Inboxes

    /// What came into the scope's inbox after a position (0: from the beginning), in order. A page
    /// ends at `bytes`, and at the store's own limit.
    package func inbox(
        _ scope: CaseScope, after position: UInt64, limit: Int, bytes: Int? = nil
    ) async throws(StoreError) -> InboxPage {
        var bounds = limits
        if let bytes { bounds.pageBytes = min(bytes, bounds.pageBytes) }
        let limits = bounds
        let page = try await list { reader throws(StoreError) in
            try reader.inbox(scope, after: position, limit: limit, limits)
        }
        damage.note(page.damage)
        return page
    }

    /// Waits until the scope's inbox has grown beyond a position.
    ///
    /// - Returns: false if that had not happened by `deadline`, or the task was cancelled.
    package func waitForInbox(
        _ scope: CaseScope, after position: UInt64, until deadline: ContinuousClock.Instant
    ) async throws(StoreError) -> Bool {
        let number = try await point { reader throws(StoreError) in
            try reader.inboxNumber(scope)
        }
        // An unregistered partner has no inbox, and none that could grow while it waits.
        guard let number else { return false }
        return try await wait(for: .inbox(number), after: position, until: deadline) {
            reader throws(StoreError) in try reader.inboxHead(number)
        }
    }

    /// - Parameter head: the last place that there is.
    func wait(
        for topic: GrowthWaiters.Topic, after position: UInt64,
        until deadline: ContinuousClock.Instant,
        head: @escaping @Sendable (any StoreReader) throws(StoreError) -> UInt64
    ) async throws(StoreError) -> Bool {
        try await GrowthWait(waiters: waiters).run(topic, after: position, until: deadline) {
            // Asked after the waiter is in place: what is committed before is seen here, what is
            // committed later wakes it.
            self.points.enqueue(nil, head, $0)
        }
    }

    // MARK: Checks

    /// Verifies every row's checksum and every chain, a slice of cases at a time. Long.
    package func verifyChains() async throws(StoreError) -> VerificationReport {
        let chain = EventChain(codec: codec)
        var report = VerificationReport()
        var next: UInt64? = 1
        while let from = next {
            let soFar = report
            let slice = try await read(checks) { reader throws(StoreError) in
                try reader.verify(from: from, soFar, chain)
            }
            report = slice.report
            next = slice.next
        }
        return report
    }

    /// The database's own check of its pages and indexes. Long, and of one snapshot: SQLite's log
    /// is not reset while it lasts.
    package func checkStructure() async throws(StoreError) {
        try await read(checks) { reader throws(StoreError) in try reader.checkStructure() }
    }

    /// Cases that were erased, as the back end lists them beside the database.
    func erasedCases() throws(StoreError) -> [CaseIdentifier] { try backend.erasedCases() }

    // MARK: Threads

    func check<Value: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await read(checks, body)
    }

    func point<Value: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await read(points, body)
    }

    func list<Value: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await read(lists, body)
    }

    func read<Value: Sendable>(
        _ service: ReadService,
        _ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await withCheckedContinuation { continuation in
            service.enqueue(nil, body) { continuation.resume(returning: $0) }
        }.get()
    }
}
