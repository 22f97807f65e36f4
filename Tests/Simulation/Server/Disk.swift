// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore

/// The back end of one process of the server: a commit takes time, fails, or is the last thing that
/// the process does. What is committed is in memory that outlives the process.
///
/// Unchecked because the process has one thread.
final class Disk: StoreBackend, @unchecked Sendable {
    /// What becomes of one commit.
    enum Fate {
        case done
        /// Nothing is kept, and the store is told so.
        case refused(StoreError.Code)
        /// The store is told that nobody knows.
        case unknown(isKept: Bool)
        /// The machine loses its power.
        case death(isKept: Bool)

        var isTrouble: Bool {
            if case .done = self { false } else { true }
        }
    }

    private let platter: Platter
    private let machine: Machine
    private let trace: Trace
    private let tally: Tally
    /// Its process has been killed.
    var isDead = false
    /// The process dies now.
    var die: () -> Void = {}

    init(platter: Platter, machine: Machine, trace: Trace, tally: Tally) {
        self.platter = platter
        self.machine = machine
        self.trace = trace
        self.tally = tally
    }

    var identity: StoreIdentity { platter.memory.identity }
    var snapshotsHoldNobodyUp: Bool { platter.memory.snapshotsHoldNobodyUp }

    func begin(_ commands: borrowing [StoreCommand]) throws(StoreError) -> any StoreLookup {
        guard !isDead else { throw Self.error(.closed) }
        if platter.dice.once(in: platter.troubles.oneReadIn) {
            tally.faults += 1
            trace.note("disk cannot read")
            throw Self.error(.storageFailed)
        }
        return platter.lookup()
    }

    func commit(_ writes: borrowing WriteSet) throws(StoreError) -> [PartnerNumber: UInt64] {
        let (cases, events) = (writes.newCases.count, writes.events.count)
        // Others go on before it is durable, and after that before anybody is told.
        machine.pass(platter.commitTime())
        guard !isDead else { throw Self.error(.outcomeUnknown) }
        let fate = platter.fate()
        if fate.isTrouble {
            tally.faults += 1
            trace.note("commit of \(events) events: \(fate)")
        }
        switch fate {
        case .done: break
        case .refused(let code): throw Self.error(code)
        case .unknown(isKept: false): throw Self.error(.outcomeUnknown)
        case .death(isKept: false):
            die()
            throw Self.error(.outcomeUnknown)
        case .unknown(isKept: true), .death(isKept: true): break
        }
        let heads = platter.write(writes)
        tally.commits += 1
        tally.events += events
        trace.note("commit \(tally.commits): \(cases) cases, \(events) events")
        machine.pass(platter.commitTime())
        switch fate {
        case .done: return heads
        case .refused, .unknown: break
        case .death: die()
        }
        throw Self.error(.outcomeUnknown)
    }

    func rollback() {}

    func maintain() throws(StoreError) {
        guard !isDead, platter.dice.once(in: platter.troubles.oneMaintenanceIn) else { return }
        tally.faults += 1
        trace.note("disk cannot be maintained")
        throw Self.error(.storageFailed)
    }

    func space() -> StorageSpace {
        platter.isFull
            ? StorageSpace(freeBytes: 1_000, totalBytes: 1 << 40) : platter.memory.space()
    }

    func makeReader(_ use: ReaderUse) -> sending any StoreReader { platter.reader(use) }

    func erasedCases() -> [CaseIdentifier] { [] }

    func close() {}

    private static func error(_ code: StoreError.Code) -> StoreError {
        StoreError(code: code, message: "Injected", remedy: "None.")
    }
}
