// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursCases
package import RecoursStore
internal import Synchronization

/// What other servers have committed to the same database.
package struct StoreNews: Sendable, Hashable {
    package var growth = Growth()
    /// Partners, their keys or limits have changed.
    package var changesRegistry = false

    package var isEmpty: Bool { growth.isEmpty && !changesRegistry }
}

/// Tells a server what others have committed, and others that this one has; also of what this one
/// has committed without learning of it.
///
/// The table of batches says what was committed; a NOTIFY only rings, from a connection of its own
/// since one inside a commit would have all commits wait for each other. Who misses the bell looks
/// every second. One thread, two connections, made anew when they are lost.
package final class PostgreSQLNews: Sendable {
    private let backend: PostgreSQLBackend
    private let handler: @Sendable (StoreNews) -> Void
    private let bell: Bell
    private let isClosed = Atomic(false)
    private let end = DispatchSemaphore(value: 0)

    /// Calls `handler` on a thread of its own, from now on: what it tells of is there to be read.
    /// Start it before what it keeps up to date is read first.
    package init(
        _ backend: PostgreSQLBackend, _ handler: @escaping @Sendable (StoreNews) -> Void
    ) throws(StoreError) {
        self.backend = backend
        self.handler = handler
        let bell = try Bell()
        self.bell = bell
        let listener = try NewsListener(backend, bell)
        let handOver = Mutex<NewsListener?>(listener)
        backend.onCommit { bell.ring(for: $0) }
        let thread = Thread { [self] in
            // Only this thread has it from now on.
            guard let listener = handOver.withLock({ $0.take() }) else { return }
            while !isClosed.load(ordering: .relaxed) {
                let news = listener.next()
                if !news.isEmpty { handler(news) }
            }
            end.signal()
        }
        thread.name = "recours-news"
        thread.start()
    }

    /// Ends it; the handler is called no more once this returns.
    package func close() {
        guard !isClosed.exchange(true, ordering: .sequentiallyConsistent) else { return }
        backend.onCommit(nil)
        bell.ring()
        end.wait()
    }
}

/// Wakes a thread that waits for descriptors.
private final class Bell: Sendable {
    let input: Int32
    private let output: Int32
    private let isRinging = Atomic(false)
    /// Batches rung for that the listener has not come by yet: those of a second.
    private let known = Mutex<Set<CaseIdentifier>>([])

    init() throws(StoreError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .internalError("No pipe: \(errno)") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (input, output) = (ends[0], ends[1])
    }

    deinit {
        Foundation.close(input)
        Foundation.close(output)
    }

    /// Rings for a batch of this server's own.
    func ring(for batch: CaseIdentifier) {
        known.withLock { _ = $0.insert(batch) }
        ring()
    }

    /// Whether it has rung for the batch; not again.
    func takeKnown(_ batch: CaseIdentifier) -> Bool {
        known.withLock { $0.remove(batch) != nil }
    }

    /// From any thread; quick, and heard once however often it rings before.
    func ring() {
        guard !isRinging.exchange(true, ordering: .sequentiallyConsistent) else { return }
        var byte: UInt8 = 0
        _ = write(output, &byte, 1)
    }

    /// Whether it has rung.
    func take() -> Bool {
        guard isRinging.load(ordering: .sequentiallyConsistent) else { return false }
        var byte: UInt8 = 0
        _ = read(input, &byte, 1)
        isRinging.store(false, ordering: .sequentiallyConsistent)
        return true
    }
}

/// The thread's two connections, and how far it has read.
private final class NewsListener {
    private static let channel = "recours"
    private static let look = Duration.seconds(1)
    private static let pageRows = 500

    private let bell: Bell
    private let own: [UInt8]
    private let server: String
    private let listening: PGSession
    private let ringing: PGSession
    private var heard: PGConnection?
    private var position: Int64 = 0
    private var lookedAt = ContinuousClock.now

    init(_ backend: PostgreSQLBackend, _ bell: Bell) throws(StoreError) {
        self.bell = bell
        own = backend.server.bytes
        server = backend.server.bytes.map { String($0, radix: 16) }.joined(separator: "-")
        listening = PGSession(backend.options)
        ringing = PGSession(backend.options)
        let last = "SELECT coalesce(max(number), 0) FROM batch"
        position = try listening.begin([PGRequest(last)]).first?.first?.integer(0) ?? 0
        try listen()
    }

    /// Whether this server has committed the batch, and knows: the answer to a COMMIT may be lost.
    private func isKnown(_ row: PGRow) -> Bool {
        guard row.bytes(1) == own, let batch = row.identifier(5) else { return false }
        return bell.takeKnown(batch)
    }

    /// Waits for something to happen; what others have committed since.
    func next() -> StoreNews {
        do throws(StoreError) {
            let connection = try listen()
            var isDue = lookedAt.duration(to: .now) >= Self.look
            if !isDue {
                let rung = try PGSession.translating { () throws(PGError) in
                    try connection.notifications(orInputAt: bell.input, within: Self.look)
                }
                isDue = rung.contains { $0 != server }
            }
            if bell.take() { try tell() }
            guard isDue || lookedAt.duration(to: .now) >= Self.look else { return StoreNews() }
            return try read()
        } catch {
            // It is tried again until it is there again; what was missed is read then.
            Thread.sleep(forTimeInterval: 0.2)
            return StoreNews()
        }
    }

    /// The connection that hears the bell.
    @discardableResult
    private func listen() throws(StoreError) -> PGConnection {
        let connection = try listening.open()
        if connection !== heard {
            _ = try listening.run([PGRequest("LISTEN \(Self.channel)")])
            heard = connection
            lookedAt = .now - Self.look
        }
        return connection
    }

    private func tell() throws(StoreError) {
        // Nobody waits for this to be on a disk.
        _ = try ringing.begin([
            PGRequest("SELECT set_config('synchronous_commit', 'off', false)"),
            PGRequest("SELECT pg_notify('\(Self.channel)', $1::text)", [.text(server)]),
        ])
    }

    private static let batches = """
        SELECT number, server, inboxes, heads, changes_registry, id FROM batch
        WHERE number > $1::int8 ORDER BY number LIMIT \(pageRows)
        """

    /// Batches become visible in the order of their numbers, since one lock orders them all.
    private func read() throws(StoreError) -> StoreNews {
        lookedAt = .now
        var news = StoreNews()
        while true {
            let rows = try listening.rows(PGRequest(Self.batches, [.integer(position)]))
            for row in rows {
                position = row.integer(0)
                if isKnown(row) { continue }
                for (key, last) in zip(row.integers(2), row.integers(3)) {
                    news.growth.add(key: key, last: last)
                }
                if row.integer(4) != 0 { news.changesRegistry = true }
            }
            if rows.count < Self.pageRows { return news }
        }
    }
}
