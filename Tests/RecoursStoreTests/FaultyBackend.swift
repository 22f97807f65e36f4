// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import RecoursCases
import RecoursStore
import Synchronization

/// A back end in memory that fails where it is told to.
final class FaultyBackend: StoreBackend {
    enum Fault: Sendable {
        case none
        /// The batch is written, and yet the commit reports a failure.
        case commitReportsFailure
        /// The batch fails before anything is written.
        case writeFails(StoreError.Code)
        case diskAlmostFull
        case maintenanceFails
        /// What was read is on no other disk yet.
        case confirmationFails
    }

    /// - Parameter goesOn: whether it is as good as before after a failure.
    init(goesOn: Bool = false) { goesOnAfterFailure = goesOn }

    let goesOnAfterFailure: Bool

    private let memory = MemoryBackend()
    private struct State {
        var fault = Fault.none
        var batches = 0
        var isHeld = false
        var writerWaits = false
        var commits = 0
        var commitsBeforeFault = 0
    }

    private let state = Mutex(State())
    private let letOn = DispatchSemaphore(value: 0)

    var identity: StoreIdentity { memory.identity }

    /// Batches that were begun.
    var batches: Int { state.withLock { $0.batches } }

    /// Keeps the next batch from its end, until `letGo`.
    func hold() { state.withLock { $0.isHeld = true } }

    /// Whether a batch is being held.
    var writerWaits: Bool { state.withLock { $0.writerWaits } }

    func letGo() {
        state.withLock { state in
            state.isHeld = false
            state.writerWaits = false
        }
        letOn.signal()
    }

    /// Transactions that were written.
    var commits: Int { state.withLock { $0.commits } }

    func inject(_ fault: Fault) {
        state.withLock { state in
            state.fault = fault
            state.commitsBeforeFault = state.commits
        }
    }

    private var fault: Fault { state.withLock { $0.fault } }

    func begin(_ commands: borrowing [StoreCommand]) throws(StoreError) -> any StoreLookup {
        let isHeld = state.withLock { state in
            state.batches += 1
            state.writerWaits = state.isHeld
            return state.isHeld
        }
        if isHeld { letOn.wait() }
        return memory.begin(commands)
    }

    func commit(_ writes: borrowing WriteSet) throws(StoreError) -> [PartnerNumber: UInt64] {
        if case .writeFails(let code) = fault { throw Self.error(code) }
        let heads = memory.commit(writes)
        state.withLock { $0.commits += 1 }
        if case .commitReportsFailure = fault { throw Self.error(.outcomeUnknown) }
        return heads
    }

    func rollback() {}

    func confirm() throws(StoreError) {
        if case .confirmationFails = fault { throw Self.error(.unavailable) }
    }

    func maintain() throws(StoreError) {
        // What follows a commit that was answered before the fault came is still well.
        let isDue = state.withLock { $0.commits > $0.commitsBeforeFault }
        if case .maintenanceFails = fault, isDue { throw Self.error(.storageFailed) }
    }

    func space() -> StorageSpace {
        if case .diskAlmostFull = fault {
            return StorageSpace(freeBytes: 1_000, totalBytes: 1 << 40)
        }
        return memory.space()
    }

    var snapshotsHoldNobodyUp: Bool { memory.snapshotsHoldNobodyUp }
    func makeReader(_ use: ReaderUse) -> sending any StoreReader { memory.makeReader(use) }

    func erasedCases() -> [CaseIdentifier] { [] }

    func close() {}

    private static func error(_ code: StoreError.Code) -> StoreError {
        StoreError(code: code, message: "Injected", remedy: "None.")
    }
}
