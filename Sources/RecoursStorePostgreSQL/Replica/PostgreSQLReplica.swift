// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursCases
internal import RecoursStore
internal import Synchronization

/// A streaming standby of the database that serves reads of what may be a little old.
///
/// How old is measured without a clock or a heartbeat of the database's: at which place of its log
/// the primary was, and when it was asked. Whoever has replayed that place has all that was
/// committed before; so a primary that writes nothing makes nobody look behind.
final class PostgreSQLReplica: StoreReplica {
    /// What the primary had written to disk when it was asked.
    private struct Sample {
        let at: ContinuousClock.Instant
        let place: UInt64
    }

    private struct Knowledge {
        /// Oldest first; none is older than the replica may be.
        var samples: [Sample] = []
        /// When the replica certainly had everything.
        var currentAt: ContinuousClock.Instant?
        var trouble: String? = "It has not been asked yet"
    }

    /// Where the replica is, and how long one of its lists may take.
    let options: PostgreSQLStoreOptions
    private let staleness: Duration
    private let epoch: [UInt8]
    private let cipher: PublicNumberCipher
    private let knowledge = Mutex(Knowledge())
    private let end = DispatchSemaphore(value: 0)
    private let hasEnded = DispatchSemaphore(value: 0)

    /// Nil if the options name none.
    init?(of primary: PostgreSQLStoreOptions, _ identity: StoreIdentity) {
        guard let connection = primary.replica else { return nil }
        var options = primary
        options.connection = connection
        options.isReplica = true
        options.statementTime = min(primary.statementTime, .seconds(10))
        options.lockTime = min(primary.lockTime, .seconds(1))
        self.options = options
        staleness = primary.replicaStaleness
        epoch = identity.epoch
        cipher = identity.numbers
        let sessions = Mutex<Sessions?>(Sessions(primary, options))
        let thread = Thread { [self] in
            // Only this thread has them from now on.
            guard let sessions = sessions.withLock({ $0.take() }) else { return }
            repeat { look(sessions) } while end.wait(timeout: .now() + interval) == .timedOut
            hasEnded.signal()
        }
        thread.name = "recours-replica"
        thread.start()
    }

    func close() {
        end.signal()
        hasEnded.wait()
    }

    func makeReader() throws(StoreError) -> sending any StoreReader {
        ReplicaReader(self, PGSession(options), cipher)
    }

    // MARK: How near it is

    var isNear: Bool { state.trouble == nil }

    var state: ReplicaState {
        let knowledge = knowledge.withLock { $0 }
        let behind = knowledge.currentAt.map { $0.duration(to: .now) }
        if let trouble = knowledge.trouble { return ReplicaState(behind: behind, trouble: trouble) }
        guard let behind, behind <= staleness else {
            return ReplicaState(behind: behind, trouble: Self.tooFar)
        }
        return ReplicaState(behind: behind, trouble: nil)
    }

    private static let tooFar = "It is further behind than it may be"

    private static let place = PGRequest(
        """
        SELECT (pg_last_wal_replay_lsn() - '0/0')::int8, pg_is_in_recovery(),
            (SELECT epoch FROM store)
        """)

    /// Where the replica at the end of a connection is. Throws `unavailable` if that is too far
    /// behind, or no replica of this store.
    func place(at connection: PGConnection) throws(StoreError) -> UInt64 {
        let place = try Self.place(at: connection, epoch)
        let allowed = ContinuousClock.now - staleness
        let needed = knowledge.withLock { $0.samples.first { $0.at >= allowed }?.place }
        guard let needed, place >= needed else { throw .unavailable(Self.tooFar) }
        return place
    }

    private static func place(
        at connection: PGConnection, _ epoch: [UInt8]
    ) throws(StoreError) -> UInt64 {
        let found = try PGSession.translating { () throws(PGError) in
            try connection.run([place])
        }
        guard let row = found.first?.first, row.integer(1) != 0, !row.isNull(0) else {
            throw .unavailable("It is no replica")
        }
        guard row.bytes(2) == epoch else { throw .unavailable("It is a replica of another store") }
        return row.unsigned(0)
    }

    // MARK: The thread that looks

    private struct Sessions {
        let primary: PGSession
        let replica: PGSession

        init(_ primary: PostgreSQLStoreOptions, _ replica: PostgreSQLStoreOptions) {
            self.primary = PGSession(primary)
            self.replica = PGSession(replica)
        }
    }

    /// A fifth of what it may be behind, so that four fifths are used.
    private var interval: DispatchTimeInterval {
        .milliseconds(Int(min(.seconds(1), staleness / 5) / .milliseconds(1)))
    }

    private func look(_ sessions: Sessions) {
        do throws(StoreError) {
            let asked = ContinuousClock.now
            let sample = Sample(at: asked, place: try PostgreSQLReader.place(sessions.primary))
            knowledge.withLock {
                $0.samples.append(sample)
                $0.samples.removeAll { $0.at < asked - staleness }
            }
            let place = try Self.place(at: sessions.replica.open(), epoch)
            knowledge.withLock { knowledge in
                let reached = knowledge.samples.last { $0.place <= place }
                knowledge.currentAt = reached?.at ?? knowledge.currentAt
                knowledge.trouble = nil
            }
        } catch {
            knowledge.withLock { $0.trouble = error.cause ?? error.message }
        }
    }
}
