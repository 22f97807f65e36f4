// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursClient
import RecoursMessages
import RecoursStore

/// What partners have asked for and what they were told: what the server is held to.
///
/// Unchecked because the process has one thread.
final class Ledger: @unchecked Sendable {
    /// Whose a case is, and to whom it may be shown.
    struct Secret {
        let owner: Cast.Player
        let siren: String
        /// Slugs of the platforms it was addressed to.
        var platforms: Set<String>
        let isIdentified: Bool
    }

    private unowned let world: World
    private(set) var commands: [Command] = []
    private(set) var secrets: [Int: Secret] = [:]
    /// Authors of confidential notes.
    private var notes: [Int: (author: Cast.Player, about: Int?)] = [:]
    /// Number of the command that filed a case.
    private var filings: [[UInt8]: Int] = [:]
    /// The newest version that a partner has been told of a case.
    private var versions: [Told: UInt64] = [:]

    private struct Told: Hashable {
        let partner: String
        let caseID: [UInt8]
    }

    init(world: World) {
        self.world = world
    }

    // MARK: What is asked

    var nextNumber: Int { commands.count + 1 }

    func add(_ command: Command) {
        commands.append(command)
        world.tally.commands += 1
    }

    func keep(_ secret: Secret, of number: Int) {
        secrets[number] = secret
    }

    func readdressed(_ number: Int, to platform: String) {
        secrets[number]?.platforms.insert(platform)
    }

    /// A note is its author's and the mediators', and that of the firm whose case it is on.
    func keepNote(_ number: Int, by author: Cast.Player, on caseID: [UInt8]) {
        notes[number] = (author, filings[caseID])
    }

    /// The number of a case by its title, which everybody may see who may see the case.
    func number(of caseFile: Case) -> Int? {
        let number = Canaries.found(in: (caseFile.draft?.title ?? "").utf8).first?.number
        if let number { filings[caseFile.id] = number }
        return number
    }

    func number(of caseID: [UInt8]) -> Int? { filings[caseID] }

    // MARK: What is answered

    func acknowledged(_ command: Command, _ done: Command.Done, again: Bool) {
        world.trace.note(
            "\(command.owner.name): \(command.name) \(command.number) done\(again ? " before" : "")"
                + ", version \(done.version)")
        world.tally.acknowledged += 1
        if again { world.tally.replays += 1 }
        if let former = command.done {
            world.check(
                former == done,
                "command \(command.number) was answered \(former), and then \(done)")
            world.check(again, "command \(command.number) was done, and was done anew")
        }
        world.check(
            find(command) != nil || !command.isRepeatable || command.mayBeNothing,
            "command \(command.number) is acknowledged and not stored")
        command.acknowledge(done)
        if command.kind == .filing { filings[done.caseID] = command.number }
        told(command.owner, done.caseID, done.version)
    }

    func failed(_ command: Command, _ error: RecoursError) {
        world.trace.note(
            "\(command.owner.name): \(command.name) \(command.number) failed, \(error.code)"
                + (error.outcomeIsUnknown ? ", unknown" : ""))
        switch error.code {
        case .unavailable, .deadlineExceeded, .resourceExhausted, .aborted, .cancelled: break
        case .failedPrecondition: command.refuse(error)
        // It has gone to another platform meanwhile.
        case .notFound where command.owner.kind == .platform: command.refuse(error)
        case .invalidArgument where command.mayComeTooLate: command.refuse(error)
        default:
            world.fail(
                "\(command.owner.name)'s \(command.name) \(command.number) was refused: "
                    + "\(error) \(error.violations.map { "\($0.fieldPath) \($0.code)" })")
        }
        world.check(
            command.done == nil || command.refusal == nil,
            "command \(command.number) is done, and was then refused: \(error)")
        if !error.outcomeIsUnknown, command.unknownAttempts == 0, command.done == nil {
            world.check(
                find(command) == nil,
                "command \(command.number) is said to have had no effect, and is stored: \(error)")
        }
        if error.outcomeIsUnknown { command.unknownAttempts += 1 }
    }

    /// Where a command's event is; nil if nothing of it is stored.
    private func find(_ command: Command) -> EventAddress? {
        world.platter.find(command)
    }

    /// A partner has been told a version of a case: it may not be told an older one later.
    func told(_ player: Cast.Player, _ caseID: [UInt8], _ version: UInt64) {
        let told = Told(partner: player.name, caseID: caseID)
        versions[told] = max(versions[told] ?? 0, version)
    }

    /// The newest version that a partner knows of: what it is told next is no older.
    func known(_ player: Cast.Player, _ caseID: [UInt8]) -> UInt64 {
        versions[Told(partner: player.name, caseID: caseID)] ?? 0
    }

    // MARK: Who sees what

    /// Looks at an answer for what is not its reader's to see.
    func look(_ message: some RecoursMessage, _ player: Cast.Player, _ what: String) {
        look(message.serializedBytes(), player, what)
    }

    func look(_ bytes: some Collection<UInt8>, _ player: Cast.Player, _ what: String) {
        for canary in Canaries.found(in: bytes) where canary.kind != Canaries.command {
            world.tally.canaries += 1
            world.check(
                isAllowed(canary, player),
                "\(player.name) reads \(Character(UnicodeScalar(canary.kind))) of "
                    + "\(canary.number) in \(what)")
        }
    }

    private func isAllowed(_ canary: Canaries.Canary, _ player: Cast.Player) -> Bool {
        if canary.kind == Canaries.note {
            guard let note = notes[canary.number] else { return false }
            let firm = note.about.flatMap { secrets[$0] }?.siren
            return note.author.name == player.name || player.kind == .mediator
                || note.author.kind == .association && player.kind == .business
                    && firm == player.siren
        }
        guard let secret = secrets[canary.number] else { return false }
        let isOwner = secret.owner.name == player.name
        switch player.kind {
        case .association: return isOwner
        case .business: return isOwner || secret.siren == player.siren
        case .mediator: return canary.kind == Canaries.caseWord
        case .platform:
            return secret.platforms.contains(player.name)
                && (canary.kind == Canaries.caseWord || secret.isIdentified)
        case .operator: return false
        }
    }
}
