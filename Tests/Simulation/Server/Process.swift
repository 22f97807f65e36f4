// SPDX-License-Identifier: EUPL-1.2

import Logging
import RecoursCases
import RecoursServer
import RecoursStore
import RecoursTransport

/// One life of the server: the product's store, services and transport, from start to end.
///
/// Unchecked because the process of the simulation has one thread.
final class Process: @unchecked Sendable {
    /// How it ended.
    enum End {
        /// Killed, its machine without power or with it: it says nothing more.
        case killed
        /// It closed everything itself.
        case exited
    }

    let number: Int
    let loop: SimulatedLoop
    private let world: World
    private let disk: Disk
    private var turns: StoreTurns?
    private var store: CaseStore?
    private var service: RecoursService?
    private var server: RPCServer?
    /// Loops of the store with a turn to come, and whether one of them has its turn.
    private var awaitedTurns: Set<Int> = []
    private var busyTurns: Set<Int> = []
    private var isClosing = false
    /// The store has stopped; it may have done so before the server listened.
    private var hasFailed = false
    private(set) var end: End?
    private var dice: Dice
    private let whenEnded: () -> Void

    init(number: Int, world: World, dice: Dice, whenEnded: @escaping () -> Void) {
        self.number = number
        self.world = world
        self.dice = dice
        self.whenEnded = whenEnded
        loop = SimulatedLoop(machine: world.machine)
        disk = Disk(
            platter: world.platter, machine: world.machine, trace: world.trace, tally: world.tally)
        disk.die = { [weak self] in self?.kill(silently: true) }
        turns = StoreTurns { [weak self] _, loop in self?.awaitTurn(loop) }
    }

    /// Whether it takes calls.
    var isServing: Bool { server != nil && end == nil }

    /// The time that it records; nil before it serves.
    var now: Instant? {
        service.map { Instant(millisecondsSince1970: $0.nowMilliseconds) }
    }

    // MARK: Starting

    func start() {
        world.trace.note("server \(number) starts")
        Task {
            do {
                try await self.open()
                world.trace.note("server \(number) serves")
                if hasFailed { stop(within: .seconds(1)) }
            } catch {
                world.trace.note("server \(number) cannot start: \(error)")
                exit()
            }
        }
    }

    private func open() async throws {
        let store = try CaseStore(
            backend: disk, codec: StoreCodec(sealingKey: Cast.tokenKey), turns: turns
        ) { [weak self] error in
            self?.storeFailed(error)
        }
        self.store = store
        if !world.platter.isPrepared {
            try await world.cast.register(in: store, at: WallClock.system())
            world.platter.isPrepared = true
        }
        _ = try await store.replayErasures(at: WallClock.system())
        var options = RecoursService.Options(
            trustDomain: Cast.trustDomain, tokenKey: Cast.tokenKey)
        options.receipts = world.cast.receipts
        options.evidence = world.cast.evidence
        options.clock = WallClock(GuardedClock())
        options.logger = Logger(label: "server") { _ in SwiftLogNoOpLogHandler() }
        let service = try await RecoursService(store: store, options: options)
        self.service = service
        var configuration = RPCServerConfiguration()
        // Else the time that this very process takes would decide.
        configuration.handshakePercent = 100
        configuration.network = SimulatedNetwork(
            wire: world.wire, loop: loop, partner: "server", certificate: [])
        configuration.limits = world.serverLimits
        server = try await service.start(configuration, tls: world.cast.serverContext)
    }

    // MARK: The store's loops

    /// A loop of the store has something to do: it gets its turn a little later.
    private func awaitTurn(_ number: Int) {
        guard end == nil, awaitedTurns.insert(number).inserted else { return }
        world.machine.after(Int64(dice.below(400_000))) { [weak self] in self?.takeTurn(number) }
    }

    private func takeTurn(_ number: Int) {
        awaitedTurns.remove(number)
        // While its last one lasts, it cannot have another: a commit takes time.
        guard end == nil, !isClosing, !busyTurns.contains(number), let turns else { return }
        busyTurns.insert(number)
        let hasMore = turns.take(number)
        busyTurns.remove(number)
        if hasMore { awaitTurn(number) }
    }

    /// Has the store check all that it keeps.
    func verify() async {
        guard let store else { return }
        do {
            let report = try await store.verifyChains()
            world.check(
                report.damagedCount == 0,
                "the store's own check finds \(report.damagedCount) damaged cases")
        } catch {
            world.fail("the store cannot check itself: \(error)")
        }
    }

    // MARK: Ending

    private func storeFailed(_ error: StoreError) {
        guard end == nil else { return }
        world.trace.note("server \(number): the store stopped, \(error.code)")
        world.tally.crashes += 1
        hasFailed = true
        stop(within: .seconds(1))
    }

    /// Ends in good order: calls in flight have so long.
    func stop(within limit: Duration) {
        guard let service, let server, end == nil else { return }
        Task {
            await service.drain(server, within: limit)
            // A thread that commits is waited for; its loops then do what is left by themselves.
            while !busyTurns.isEmpty { try? await Task.sleep(for: .milliseconds(1)) }
            guard end == nil, !isClosing else { return }
            isClosing = true
            world.trace.note("server \(number) has drained")
            store?.close()
            exit()
        }
    }

    private func exit() {
        guard end == nil else { return }
        finish(.exited)
        world.wire.serverDied(silently: false)
        whenEnded()
    }

    /// Ends at once: all memory is lost.
    func kill(silently: Bool) {
        guard end == nil else { return }
        world.trace.note("server \(number) \(silently ? "loses power" : "is killed")")
        world.tally.crashes += 1
        finish(.killed)
        if silently { world.platter.loseWhatIsNotDurable() }
        world.wire.serverDied(silently: silently)
        whenEnded()
    }

    private func finish(_ end: End) {
        self.end = end
        loop.isDead = true
        disk.isDead = true
    }
}
