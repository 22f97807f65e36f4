// SPDX-License-Identifier: EUPL-1.2

/// Makes trouble, and stops.
///
/// Unchecked because the process has one thread.
final class Director: @unchecked Sendable {
    private enum Trouble: CaseIterable {
        case kill, power, stop, cutAll, part, fullDisk, leap, suspend, restart
    }

    private unowned let world: World
    private var dice: Dice
    private var isCalm = false
    /// What this run has of troubles, as often as each is likely.
    private let troubles: [Trouble]
    private let pause: ClosedRange<Int>
    private var suspensions = 0

    init(world: World, dice: Dice) {
        self.world = world
        self.dice = dice
        var troubles: [Trouble] = []
        for trouble in Trouble.allCases {
            troubles += Array(repeating: trouble, count: [0, 1, 1, 3][self.dice.below(4)])
        }
        self.troubles = troubles
        pause = self.dice.pick([500...9_000, 4_000...25_000, 15_000...90_000]) ?? 500...9_000
    }

    func begin() {
        world.machine.after(dice.milliseconds(pause)) { [self] in
            guard !isCalm else { return }
            if let trouble = dice.pick(troubles) { make(trouble) }
            begin()
        }
    }

    /// No more trouble; what there is passes.
    func calm() {
        isCalm = true
        world.wire.isCalm = true
        world.wire.isParted = false
        world.platter.isFull = false
        world.platter.troubles = Platter.Troubles()
    }

    private func make(_ trouble: Trouble) {
        switch trouble {
        case .kill: world.host.process?.kill(silently: false)
        case .power: world.host.process?.kill(silently: true)
        case .stop: stop()
        case .cutAll:
            world.trace.note("all links are cut")
            world.wire.cutAll()
        case .part: part()
        case .fullDisk: fillDisk()
        case .leap: leap()
        case .suspend: suspend()
        case .restart: dice.pick(world.partners)?.crash()
        }
    }

    private func stop() {
        guard world.host.isServing else { return }
        world.tally.drains += 1
        let limit = dice.within(50...10_000)
        world.trace.note("the server is asked to stop within \(limit) ms")
        world.host.process?.stop(within: .milliseconds(limit))
    }

    private func part() {
        guard !world.wire.isParted else { return }
        world.tally.partings += 1
        world.wire.isParted = true
        world.trace.note("the network parts")
        if dice.once(in: 2) { world.wire.silenceAll() }
        world.machine.after(dice.milliseconds(200...40_000)) { [self] in
            world.wire.isParted = false
        }
    }

    private func fillDisk() {
        world.platter.isFull = true
        world.trace.note("the disk is full")
        world.machine.after(dice.milliseconds(200...20_000)) { [self] in
            world.platter.isFull = false
        }
    }

    /// The wall clock is set: by seconds, hours or days, ahead or back.
    private func leap() {
        world.tally.leaps += 1
        let seconds = dice.spread(1...400_000) * (dice.once(in: 2) ? 1 : -1)
        world.trace.note("the clock leaps by \(seconds) s")
        world.machine.leap(Int64(seconds) * 1_000_000_000)
    }

    /// All machines sleep, up to six weeks: deadlines pass.
    private func suspend() {
        guard suspensions < 5 else { return }
        suspensions += 1
        world.tally.suspensions += 1
        let seconds = dice.spread(30...3_600_000)
        world.trace.note("all sleep for \(seconds) s")
        world.machine.suspend(Int64(seconds) * 1_000_000_000)
    }
}
