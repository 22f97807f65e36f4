// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Logging
import RecoursCases
import RecoursStore
import RecoursStoreSQLite
import StoreContract
import Synchronization

@testable import RecoursServer

/// A store whose time a test holds in its hand, with as many sweepers as it wants.
final class SweepWorld: Sendable {
    enum Place: String, Sendable, CaseIterable {
        case memory
        case sqlite
    }

    /// The machine's clocks; both go on together unless a test sets one.
    final class Machine: Sendable {
        private let state = Mutex(
            (wall: Fixtures.now.millisecondsSince1970, boot: Int64(1_000)))

        func read() -> ClockReading {
            state.withLock { state in
                ClockReading(
                    wall: Instant(millisecondsSince1970: state.wall),
                    sinceBootMilliseconds: state.boot)
            }
        }

        /// Lets time pass.
        func pass(_ milliseconds: Int64) {
            state.withLock { state in
                state.wall += milliseconds
                state.boot += milliseconds
            }
        }

        /// Sets the wall clock.
        func leap(_ milliseconds: Int64) {
            state.withLock { $0.wall += milliseconds }
        }
    }

    static let hour: Int64 = 3_600_000
    static let day: Int64 = 24 * hour

    let machine = Machine()
    let clock: WallClock
    let status = ServingStatus()
    let codec: any SnapshotCodec
    let directory: String?
    private let opened: Mutex<CaseStore>

    var store: CaseStore { opened.withLock { $0 } }

    init(
        _ place: Place = .memory, codec: any SnapshotCodec = StoreCodec(),
        backend: (any StoreBackend)? = nil
    ) async throws {
        self.codec = codec
        clock = WallClock(GuardedClock(read: machine.read))
        switch place {
        case .memory:
            directory = nil
            opened = Mutex(
                try CaseStore(backend: backend ?? MemoryBackend(), codec: codec) { _ in })
        case .sqlite:
            let path = FileManager.default.temporaryDirectory
                .appendingPathComponent("sweep-\(UUID().uuidString)").path
            directory = path
            opened = Mutex(try Self.open(path, codec))
        }
        clock.start(notBefore: Fixtures.now, aheadMilliseconds: 0)
        try await store.registerFixtures()
    }

    deinit {
        opened.withLock { $0.close() }
        if let directory { try? FileManager.default.removeItem(atPath: directory) }
    }

    private static func open(_ path: String, _ codec: any SnapshotCodec) throws -> CaseStore {
        try CaseStore(backend: SQLiteBackend(directory: path, codec: codec), codec: codec) { _ in }
    }

    /// Closes the store on disk and opens it again, as a restart does.
    func reopen(_ meanwhile: (String) throws -> Void = { _ in }) throws {
        guard let directory else { return }
        try opened.withLock { store in
            store.close()
            try meanwhile(directory)
            store = try Self.open(directory, codec)
        }
    }

    func sweeper(stop: LongStop? = nil, batch: Int = 128) -> Sweeper {
        var limits = Sweeper.Limits()
        limits.batch = batch
        return Sweeper(
            store: store, clock: clock, status: status, stop: stop, limits: limits,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Files cases, in time as it is, and returns their identifiers.
    @discardableResult
    func file(_ numbers: ClosedRange<UInt64>) async throws -> [CaseIdentifier] {
        let now = clock.reading()
        let store = store
        return try await withThrowingTaskGroup(of: CaseIdentifier.self) { group in
            for number in numbers {
                var submission = try Fixtures.submission(number)
                submission.at = now
                let order = submission
                group.addTask { try await store.file(order).identifier }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    func events(_ identifier: CaseIdentifier) async throws -> [CaseEvent] {
        let history = try await store.history(.mediator, .identifier(identifier))
        return try (history?.events ?? []).map { try codec.decodeEvent($0.bytes) }
    }

    func caseFile(_ identifier: CaseIdentifier) async throws -> CaseFile? {
        try await store.caseFile(.mediator, .identifier(identifier)).map {
            try codec.decode($0.snapshot)
        }
    }

    /// Lets time pass until just before, or just after, a case's alarm.
    func pass(toAlarmOf identifier: CaseIdentifier, off milliseconds: Int64 = 0) async throws {
        guard let alarm = try await caseFile(identifier)?.alarmAt else { return }
        machine.pass(
            alarm.millisecondsSince1970 - clock.reading().millisecondsSince1970 + milliseconds)
    }
}

/// A codec to which some cases are damaged.
final class DamagingCodec: SnapshotCodec {
    private struct Damage: Error {}

    private let codec = StoreCodec()
    private let damaged = Mutex<Set<CaseIdentifier>>([])

    func damage(_ identifiers: Set<CaseIdentifier>) { damaged.withLock { $0 = identifiers } }

    func encode(_ caseFile: CaseFile) -> [UInt8] { codec.encode(caseFile) }

    func decode(_ bytes: [UInt8]) throws -> CaseFile {
        let caseFile = try codec.decode(bytes)
        if damaged.withLock({ $0.contains(caseFile.identifier) }) { throw Damage() }
        return caseFile
    }

    func encode(_ event: CaseEvent, of caseFile: CaseFile) -> [UInt8] {
        codec.encode(event, of: caseFile)
    }

    func decodeEvent(_ bytes: [UInt8]) throws -> CaseEvent { try codec.decodeEvent(bytes) }

    func encode(_ work: Work) -> [UInt8] { codec.encode(work) }

    func decodeWork(_ bytes: [UInt8]) throws -> Work { try codec.decodeWork(bytes) }

    func encode(_ claim: StandingClaim) -> [UInt8] { codec.encode(claim) }

    func decodeClaim(_ bytes: [UInt8]) throws -> StandingClaim { try codec.decodeClaim(bytes) }

    func encode(_ listing: ClaimListing) -> [UInt8] { codec.encode(listing) }

    func decodeListing(_ bytes: [UInt8]) throws -> ClaimListing { try codec.decodeListing(bytes) }

    func sha256(_ bytes: [UInt8]) -> [UInt8] { codec.sha256(bytes) }

    func sealed(_ bytes: [UInt8]) -> [UInt8] { codec.sealed(bytes) }
}

/// A store in memory whose disk is full when a test says so.
final class FillingBackend: StoreBackend {
    private let memory = MemoryBackend()
    private let isFull = Atomic(false)

    var identity: StoreIdentity { memory.identity }

    func fill(_ full: Bool) { isFull.store(full, ordering: .sequentiallyConsistent) }

    func begin(_ commands: borrowing [StoreCommand]) -> any StoreLookup { memory.begin(commands) }

    func commit(_ writes: borrowing WriteSet) -> [PartnerNumber: UInt64] { memory.commit(writes) }

    func erasedCases() -> [CaseIdentifier] { [] }

    func rollback() {}

    func maintain() {}

    func space() -> StorageSpace {
        isFull.load(ordering: .sequentiallyConsistent)
            ? StorageSpace(freeBytes: 1, totalBytes: 1 << 40) : memory.space()
    }

    var snapshotsHoldNobodyUp: Bool { memory.snapshotsHoldNobodyUp }
    func makeReader(_ use: ReaderUse) -> sending any StoreReader { memory.makeReader(use) }

    func close() {}
}
