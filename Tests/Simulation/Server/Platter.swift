// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursServer
import RecoursStore

/// What the server's machine has on its disk, whichever process runs on it, and how reliable it is.
///
/// Unchecked because the process has one thread.
final class Platter: @unchecked Sendable {
    /// One in so many goes wrong; 0: none.
    struct Troubles {
        var oneCommitIn = 0
        var oneReadIn = 0
        var oneMaintenanceIn = 0

        init() {}

        init(_ dice: inout Dice) {
            oneCommitIn = dice.pick([0, 20, 60, 200]) ?? 0
            oneReadIn = dice.pick([0, 0, 200, 800]) ?? 0
            oneMaintenanceIn = dice.pick([0, 0, 200, 800]) ?? 0
        }
    }

    private(set) var memory = MemoryBackend()
    /// What a disk that lies has really kept.
    private var durable: MemoryBackend?
    var dice: Dice
    var troubles: Troubles
    /// Too little room to write.
    var isFull = false
    /// Everybody is registered.
    var isPrepared = false
    private let flaw: Flaw?
    private let time: ClosedRange<Int>

    init(dice: Dice, flaw: Flaw?) {
        self.dice = dice
        self.flaw = flaw
        troubles = Troubles(&self.dice)
        time = self.dice.pick([0...1, 0...8, 2...40]) ?? 0...1
    }

    func commitTime() -> Int64 { dice.milliseconds(time) / 2 }

    func fate() -> Disk.Fate {
        guard dice.once(in: troubles.oneCommitIn) else { return .done }
        return switch dice.below(6) {
        case 0: .refused(.storageFailed)
        case 1: .refused(.overloaded)
        case 2: .unknown(isKept: false)
        case 3: .unknown(isKept: true)
        case 4: .death(isKept: false)
        default: .death(isKept: true)
        }
    }

    func write(_ writes: borrowing WriteSet) -> [PartnerNumber: UInt64] {
        if flaw == .earlyAnswers { durable = memory.copy() }
        return memory.commit(writes)
    }

    /// The power goes.
    func loseWhatIsNotDurable() {
        if let durable { memory = durable }
        durable = nil
    }

    // MARK: What is really there

    /// Where a command's event is; nil if nothing of it is stored.
    func find(_ command: Command) -> EventAddress? {
        guard
            let key = IdempotencyKey(
                key: command.keyBytes, fingerprint: [UInt8](repeating: 0, count: 32))
        else { return nil }
        return look { reader in
            guard let owner = try reader.partnerNumber(command.owner.reference) else { return nil }
            return try reader.eventAddress(
                IdempotencyName(
                    partner: owner, method: CommandMethod(command.kind), high: key.high,
                    low: key.low))
        }
    }

    /// The sequences of a case's events that a complainant may see.
    func visibleEvents(of caseID: [UInt8]) -> [UInt64] {
        let codec = StoreCodec(sealingKey: Cast.tokenKey)
        let found = look { reader -> [UInt64]? in
            guard let identifier = CaseIdentifier(bytes: caseID),
                let record = try reader.caseRecord(identifier)
            else { return nil }
            let file = try codec.decode(record.snapshot)
            return try reader.events(caseRow: record.row).filter { event in
                try codec.decodeEvent(event.bytes).view(for: .complainant, of: file) != nil
            }.map(\.sequence)
        }
        return found ?? []
    }

    /// Reads what is stored, past all flaws.
    func look<Value>(_ body: (any StoreReader) throws -> Value?) -> Value? {
        let reader = memory.makeReader(.rows)
        guard (try? reader.beginSnapshot()) != nil else { return nil }
        defer { reader.endSnapshot() }
        return try? body(reader)
    }

    /// The rows, for the writer.
    func lookup() -> any StoreLookup { reader(.rows) }

    func reader(_ use: ReaderUse) -> sending any StoreReader {
        let reader = memory.makeReader(use)
        guard let flaw else { return reader }
        return FlawedReader(reader, flaw, dice: dice.child())
    }
}

/// What is made wrong on purpose, to see that the checks find it.
enum Flaw: String, CaseIterable {
    /// Commands are answered before they are durable.
    case earlyAnswers = "early-answers"
    /// No command is known again.
    case forgottenKeys = "forgotten-keys"
    /// Single cases are read by whoever names them.
    case missingScope = "missing-scope"
    /// Inboxes leave out an entry now and then.
    case droppedEntries = "dropped-entries"
}

extension CommandMethod {
    fileprivate init(_ kind: Command.Kind) {
        self =
            switch kind {
            case .filing: .submit
            case .action: .act
            case .answer: .respond
            case .verdict: .giveVerdict
            case .withdrawal: .withdraw
            }
    }
}
