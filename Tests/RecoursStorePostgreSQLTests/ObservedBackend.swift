// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import RecoursStorePostgreSQL
import Synchronization

/// A back end in PostgreSQL beside whose next commit something happens.
final class ObservedBackend: StoreBackend {
    let backend: PostgreSQLBackend
    private let beforeCommit = Mutex<(@Sendable () -> Void)?>(nil)

    private let begun = Atomic(0)

    init(_ backend: PostgreSQLBackend) { self.backend = backend }

    /// Batches that were begun.
    var batches: Int { begun.load(ordering: .sequentiallyConsistent) }

    /// Sets what is called before the next commit, once.
    func beforeNextCommit(_ call: @escaping @Sendable () -> Void) {
        beforeCommit.withLock { $0 = call }
    }

    var identity: StoreIdentity { backend.identity }

    func begin(_ commands: borrowing [StoreCommand]) throws(StoreError) -> any StoreLookup {
        begun.add(1, ordering: .sequentiallyConsistent)
        return try backend.begin(commands)
    }

    func commit(_ writes: borrowing WriteSet) throws(StoreError) -> [PartnerNumber: UInt64] {
        beforeCommit.withLock { $0.take() }?()
        return try backend.commit(writes)
    }

    func rollback() { backend.rollback() }
    func confirm() throws(StoreError) { try backend.confirm() }
    var goesOnAfterFailure: Bool { backend.goesOnAfterFailure }
    func maintain() throws(StoreError) { try backend.maintain() }
    func space() -> StorageSpace { backend.space() }
    func makeReader(_ use: ReaderUse) throws(StoreError) -> sending any StoreReader {
        try backend.makeReader(use)
    }
    var snapshotsHoldNobodyUp: Bool { backend.snapshotsHoldNobodyUp }
    func erasedCases() throws(StoreError) -> [CaseIdentifier] { try backend.erasedCases() }
    func close() { backend.close() }
}
