// SPDX-License-Identifier: EUPL-1.2

internal import RecoursServer
internal import RecoursStore
internal import RecoursStorePostgreSQL
internal import RecoursStoreSQLite

/// The store of a running server, and the disk it lies on.
struct OpenedStore: Sendable {
    let store: CaseStore
    /// Files of evidence, beside the database.
    let evidence: EvidenceDirectory
    private let backend: any StoreBackend

    /// Opens and recovers; throws with the exit status that fits.
    ///
    /// - Parameters:
    ///   - postgres: where the cases are, if not in the directory.
    ///   - replica: a standby of that, for what may be a little old.
    ///   - limits: the bounds of its queues and pages.
    ///   - sealingKey: what erased commands are known again by; nil if nothing will be erased.
    ///   - onPoison: the store has stopped, because an outcome is unknown.
    init(
        directory: String, postgres: String? = nil, replica: Configuration.Replica? = nil,
        limits: StoreLimits = StoreLimits(),
        sealingKey: [UInt8]?, onPoison: @escaping @Sendable (StoreError) -> Void
    ) throws(DaemonError) {
        // The back end would make a missing store, and a wrong path would look like lost cases.
        guard FilePath.isDirectory(directory) else {
            throw .configuration(
                "there is no store at \(directory) (store)",
                remedy: "Make one with recoursd init, or give the right path.")
        }
        do throws(StoreError) {
            var limits = limits
            if let postgres {
                var options = PostgreSQLStoreOptions(connection: postgres)
                if let replica {
                    options.replica = replica.connection
                    options.replicaStaleness = .seconds(replica.stalenessSeconds)
                }
                backend = try PostgreSQLBackend(options)
                // An event loop may wait for memory, but for no database.
                limits.promptReaders = 0
            } else {
                backend = try SQLiteBackend(directory: directory, codec: StoreCodec())
            }
            // After the lock of a store that is one server's is taken: nobody else may touch what
            // is under way there. Those of one database share their files.
            evidence = try EvidenceDirectory(
                path: directory + "/evidence",
                sharedBy: postgres == nil ? nil : directory + "/server"
            ) { try SHA256ContentHasher() }
            store = try CaseStore(
                backend: backend, codec: StoreCodec(sealingKey: sealingKey), limits: limits,
                onPoison: onPoison)
        } catch {
            throw DaemonError(error)
        }
    }

    /// What a backup of the store is made of; nil for one that lies on no disk.
    func source(_ receipts: ReceiptSigner) -> BackupMaker.Source? {
        store.copying.map { copying in
            BackupMaker.Source(
                copying: copying, evidence: evidence.location, receipts: receipts,
                software: "recoursd", limits: store.limits)
        }
    }

    /// Has whoever serves told of what other servers commit to the same database; nil if there
    /// can be none.
    func news(
        _ handler: @escaping @Sendable (StoreNews) -> Void
    ) throws(DaemonError) -> PostgreSQLNews? {
        guard let backend = backend as? PostgreSQLBackend else { return nil }
        return try DaemonError.translating { () throws(StoreError) in
            try PostgreSQLNews(backend, handler)
        }
    }

    /// Has this server take turns with the others of the same database; nil if there can be none.
    func turn() -> PostgreSQLTurn? { (backend as? PostgreSQLBackend).map(PostgreSQLTurn.init) }

    /// Whether there may be other servers.
    var isShared: Bool { backend is PostgreSQLBackend }

    /// Whether there is room for writes: asked now and then, so that reads-only ends by itself.
    func hasRoom() -> Bool {
        guard let space = try? backend.space() else { return false }
        return space.freeBytes >= store.limits.reserve(ofTotalBytes: space.totalBytes)
    }

    /// Opens a store and closes it again. A store in use is no fault: its server has checked it.
    ///
    /// - Returns: what was found, in words.
    static func check(directory: String, postgres: String?) throws(DaemonError) -> String {
        do throws(DaemonError) {
            let opened = try OpenedStore(
                directory: directory, postgres: postgres, sealingKey: nil, onPoison: { _ in })
            opened.store.close()
            return "the store opens"
        } catch {
            guard error.code == .storeLocked else { throw error }
            return "the store is in use by a running server"
        }
    }
}
