// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursStore
internal import Synchronization

/// A store in PostgreSQL, of which any number of servers may serve one database.
///
/// Unchecked because of `writer` and `cleanedAt`: after `init`, which nobody else sees, they are
/// used by the store's one writing thread, and by `close` once that thread has ended.
package final class PostgreSQLBackend: StoreBackend, @unchecked Sendable {
    package let identity: StoreIdentity
    /// Names this process among those that write.
    let server: CaseIdentifier
    let options: PostgreSQLStoreOptions
    private let writer: PostgreSQLWriter
    private let standby: PostgreSQLReplica?
    private var cleanedAt = ContinuousClock.now
    private let whenCommitted = Mutex<(@Sendable (CaseIdentifier) -> Void)?>(nil)
    private static let cleaningTime = Duration.seconds(10)

    /// Connects, and brings the schema up to date.
    ///
    /// Throws `unavailable`, `newerSchema`, `unsafeSettings`, `corrupted`, `incomplete`.
    package convenience init(_ options: PostgreSQLStoreOptions) throws(StoreError) {
        try self.init(options, PostgreSQLMigrations())
    }

    /// - Parameter migrations: those of this version.
    init(
        _ options: PostgreSQLStoreOptions, _ migrations: PostgreSQLMigrations
    ) throws(StoreError) {
        self.options = options
        var generator = SystemRandomNumberGenerator()
        server = CaseIdentifier(high: generator.next(), low: generator.next())
        let session = PGSession(options)
        try migrations.run(on: session)
        identity = try PostgreSQLMigrations.identity(session)
        // Where its day could not be made, a batch is of none; that is tried again and again.
        try? BatchDays(session).keep()
        writer = PostgreSQLWriter(session, server: server)
        standby = PostgreSQLReplica(of: options, identity)
    }

    package func begin(_ commands: borrowing [StoreCommand]) throws(StoreError) -> any StoreLookup {
        try writer.begin(commands)
        return writer
    }

    package func commit(
        _ writes: borrowing WriteSet
    ) throws(StoreError) -> [PartnerNumber: UInt64] {
        let (batch, heads) = try writer.commit(writes)
        whenCommitted.withLock { $0 }?(batch)
        return heads
    }

    package func rollback() { writer.rollback() }

    package func confirm() throws(StoreError) { try writer.confirm() }

    /// What a batch left undone is undone, and the next is decided on what is there.
    package var goesOnAfterFailure: Bool { true }

    package func maintain() throws(StoreError) {
        guard cleanedAt.duration(to: .now) > Self.cleaningTime else { return }
        cleanedAt = .now
        try writer.forgetBatches()
    }

    /// The disk is the database's, and so is saying that it is full.
    package func space() -> StorageSpace { StorageSpace(freeBytes: .max, totalBytes: .max) }

    /// A snapshot kept would hide what other servers write.
    package var snapshotsHoldNobodyUp: Bool { false }

    package func makeReader(_ use: ReaderUse) throws(StoreError) -> sending any StoreReader {
        PostgreSQLReader(PGSession(options), identity.numbers)
    }

    package var replica: (any StoreReplica)? { standby }

    package func erasedCases() throws(StoreError) -> [CaseIdentifier] {
        let session = PGSession(options)
        let rows = try session.begin([PGRequest("SELECT id FROM erased_case")])
        return rows.first?.compactMap { $0.identifier(0) } ?? []
    }

    package func close() {
        standby?.close()
        writer.rollback()
        writer.session.close()
    }

    /// The writer's so far.
    var roundTrips: Int { writer.session.current?.roundTrips ?? 0 }

    /// Sets what is called with the name of each batch that is known to be committed, on the
    /// writer's thread: quick.
    func onCommit(_ call: (@Sendable (CaseIdentifier) -> Void)?) {
        whenCommitted.withLock { $0 = call }
    }
}
