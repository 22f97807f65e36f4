// SPDX-License-Identifier: EUPL-1.2

import RecoursClient

/// One partner's program, over the product's SDK. It may be killed at any time: what it has kept,
/// which is its commands' keys and its inbox's cursor, outlives it.
///
/// Unchecked because the process has one thread.
final class Partner: @unchecked Sendable {
    let player: Cast.Player
    let world: World
    var dice: Dice
    /// The program's start, counted; what belongs to a former one does nothing any more.
    private(set) var life = 0
    private var theClient: RecoursClient?
    private var loop: SimulatedLoop
    private(set) var inbox: InboxReader?
    private var script: any Script
    private var followers: [CaseFollower] = []
    private var commands: [Command] = []
    private var isRunning = false

    init(_ player: Cast.Player, world: World, dice: Dice) {
        self.player = player
        self.world = world
        self.dice = dice
        loop = SimulatedLoop(machine: world.machine)
        script =
            if player.isIntruder {
                Intruder(dice: self.dice.child())
            } else if player.isPlatform {
                Answerer(dice: self.dice.child())
            } else if player.isMediator {
                Mediating(dice: self.dice.child())
            } else {
                Filer(dice: self.dice.child())
            }
        if !player.isIntruder { inbox = InboxReader(dice: self.dice.child()) }
    }

    var name: String { player.name }

    /// The network as this partner's program has it now.
    var network: SimulatedNetwork {
        SimulatedNetwork(
            wire: world.wire, loop: loop, partner: name, certificate: player.certificate)
    }

    /// Whether it does nothing more of its own accord.
    var hasActed: Bool { script.hasActed }

    /// What of it is not yet at an end; nil if all is.
    var unrest: String? {
        guard isRunning else { return "\(name) is not running" }
        if let open = commands.first(where: { $0.isUnderWay || $0.isPending }) {
            return "\(name)'s \(open.name) \(open.number) is open"
        }
        return inbox?.unrest(of: self)
            ?? followers.lazy.compactMap { $0.unrest(of: self) }.first
    }

    // MARK: Lives

    func begin() {
        life += 1
        isRunning = true
        loop = SimulatedLoop(machine: world.machine)
        theClient = RecoursClient(like: player.client) { configuration in
            configuration.network = network
            configuration.bulkWindow = dice.within(1...8)
            configuration.defaultDeadline = .seconds(dice.pick([5, 30, 30]) ?? 30)
            configuration.retry = dice.pick([.standard, .standard, .off]) ?? .standard
        }
        let life = life
        for _ in 0..<script.lanes {
            Task { await self.script.run(self, life) }
        }
        if let inbox { Task { await inbox.run(self, life) } }
        for follower in followers { Task { await follower.run(self, life) } }
    }

    /// Watches a case from now on, over all lives.
    func follow(_ caseID: [UInt8], _ life: Int) {
        let follower = CaseFollower(caseID, dice: dice.child())
        followers.append(follower)
        Task { await follower.run(self, life) }
    }

    /// The program is killed, and started again later.
    func crash() {
        guard isRunning else { return }
        world.tally.restarts += 1
        world.trace.note("\(name) is killed")
        isRunning = false
        life += 1
        loop.isDead = true
        world.wire.clientDied(loop)
        for command in commands where command.isUnderWay {
            command.isUnderWay = false
            command.unknownAttempts += 1
        }
        world.machine.after(dice.milliseconds(10...8_000)) { [weak self] in self?.begin() }
    }

    /// The client of this life; nil once it is over.
    func client(_ life: Int) -> RecoursClient? {
        life == self.life && world.breach == nil ? theClient : nil
    }

    /// Some time passes; false if the program has been killed meanwhile.
    func pause(_ milliseconds: ClosedRange<Int>, _ life: Int) async -> Bool {
        try? await Task.sleep(for: .milliseconds(dice.within(milliseconds)))
        return client(life) != nil
    }

    // MARK: Commands

    func add(_ command: Command) {
        commands.append(command)
        world.ledger.add(command)
    }

    /// Commands that were answered, for good.
    var answered: [Command] { commands.filter { $0.done != nil } }

    /// A command that waits to be sent, or to be sent again.
    var pending: Command? {
        let waiting = commands.filter(\.isPending)
        return dice.pick(waiting)
    }

    /// Sends a command once; what comes of it is noted. False if this life is over.
    func send(_ command: Command, _ life: Int) async -> Bool {
        guard let client = client(life), !command.isUnderWay else { return false }
        command.isUnderWay = true
        command.attempts += 1
        let outcome: Result<(done: Command.Done, again: Bool), RecoursError>
        do throws(RecoursError) {
            outcome = .success(try await command.send(client, command))
        } catch {
            outcome = .failure(error)
        }
        guard self.client(life) != nil else { return false }
        settle(command, outcome)
        return true
    }

    /// Sends many over one stream; what has no result in the end was not answered.
    func sendMany<Receipt>(
        _ commands: [Command], _ life: Int, _ start: (RecoursClient) -> BulkResults<Receipt>,
        done: (Receipt, Command) -> (done: Command.Done, again: Bool)
    ) async {
        guard let client = client(life) else { return }
        for command in commands {
            command.isUnderWay = true
            command.attempts += 1
        }
        do throws(RecoursError) {
            for try await result in start(client) {
                guard self.client(life) != nil else { return }
                let command = commands[result.place]
                settle(command, result.outcome.map { done($0, command) })
            }
        } catch {
            guard self.client(life) != nil else { return }
            world.trace.note("\(name): bulk broken, \(error.code)")
        }
        for command in commands where command.isUnderWay {
            command.isUnderWay = false
            command.unknownAttempts += 1
        }
    }

    func settle(
        _ command: Command, _ outcome: Result<(done: Command.Done, again: Bool), RecoursError>
    ) {
        command.isUnderWay = false
        switch outcome {
        case .success(let (done, again)):
            world.ledger.acknowledged(command, done, again: again)
        case .failure(let error): world.ledger.failed(command, error)
        }
    }
}

/// What a partner does of its own accord.
protocol Script: AnyObject, Sendable {
    /// How many things it does at once.
    var lanes: Int { get }
    var hasActed: Bool { get }
    /// Acts until nothing is left to do, or the life is over.
    func run(_ partner: Partner, _ life: Int) async
}

/// A script of so many acts, each after a pause, which sends again what was not answered.
protocol DiligentScript: Script {
    /// Acts still to come.
    var left: Int { get set }
    /// Milliseconds between two of them.
    var pauses: ClosedRange<Int> { get }
    func act(_ partner: Partner, _ life: Int) async
}

extension DiligentScript {
    var hasActed: Bool { left == 0 }

    func run(_ partner: Partner, _ life: Int) async {
        while await partner.pause(pauses, life) {
            if left > 0, !partner.world.isFinishing {
                left -= 1
                await act(partner, life)
            } else if let command = partner.pending {
                _ = await partner.send(command, life)
            } else if partner.world.isFinishing {
                return
            }
        }
    }
}
