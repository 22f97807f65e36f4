// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursServer
import RecoursWire

/// Everything of one run: the machines, what connects them, and what is known of what they did.
///
/// Unchecked because the process has one thread.
final class World: @unchecked Sendable {
    /// How long partners act of their own accord, and how long all may take to come to rest.
    private static let activeSeconds: Int64 = 120
    private static let restSeconds: Int64 = 1_800

    let seed: UInt64
    let machine: Machine
    let trace: Trace
    let tally = Tally()
    let cast: Cast
    let platter: Platter
    let wire: Wire
    private(set) lazy var ledger = Ledger(world: self)
    private(set) lazy var host = Host(world: self, dice: newDice())
    private(set) lazy var director = Director(world: self, dice: newDice())
    private(set) var partners: [Partner] = []
    /// Limits of the server's connections: some seeds have short-lived ones.
    let serverLimits: ConnectionLimits
    /// The first thing that was wrong.
    private(set) var breach: String?
    /// Nobody begins anything new.
    private(set) var isFinishing = false
    private var isAtRest = false
    private var isVerified = false
    private var dice: Dice

    init(seed: UInt64, cast: Cast, flaw: Flaw?, isLoud: Bool) {
        let machine = Machine.shared
        var dice = Dice(seed: seed)
        // Some day in spring, at some time: certificates last from January for 398 days, and clocks
        // leap either way.
        let offset = Int64(60 * 86_400 + dice.below(60 * 86_400))
        machine.begin(seed: seed, wallNanoseconds: (Cast.beginning + offset) * 1_000_000_000)
        trace = Trace(machine: machine)
        trace.isLoud = isLoud
        self.seed = seed
        self.machine = machine
        self.cast = cast
        platter = Platter(dice: dice.child(), flaw: flaw)
        wire = Wire(
            machine: machine, trace: trace, tally: tally,
            dice: dice.child())
        var limits = ConnectionLimits()
        limits.maxAgeMilliseconds = dice.pick([0, 3_600_000, 20_000, 5_000]) ?? 0
        limits.drainMilliseconds = dice.pick([30_000, 2_000]) ?? 30_000
        limits.callCreditBytes = dice.pick([4_194_304, 4_194_304, 4_300_000]) ?? 4_194_304
        serverLimits = limits
        self.dice = dice
    }

    func newDice() -> Dice { dice.child() }

    /// A day by the server's time.
    func date(daysAhead days: Int) -> String {
        let now = host.process?.now ?? WallClock.system()
        return now.dateInParis.adding(days: days).description
    }

    /// Something is wrong: the run ends here.
    func fail(_ text: String) {
        guard breach == nil else { return }
        breach = text
        trace.note("BREACH \(text)")
    }

    func check(_ holds: Bool, _ text: @autoclosure () -> String) {
        if !holds { fail(text()) }
    }

    // MARK: Running

    /// Lives the whole run; what was wrong, or nil.
    func live() -> String? {
        host.boot()
        partners = cast.players.map { Partner($0, world: self, dice: newDice()) }
        for partner in partners { partner.begin() }
        director.begin()
        let end = machine.now + World.activeSeconds * 1_000_000_000
        run { self.machine.now >= end || self.partners.allSatisfy(\.hasActed) }
        guard breach == nil else { return breach }
        comeToRest()
        if breach == nil { Inspection(world: self).run() }
        tally.steps = machine.steps
        tally.virtualSeconds = Int(machine.now / 1_000_000_000)
        return breach
    }

    private func run(until isOver: @escaping () -> Bool) {
        let goesOn = machine.run { self.breach != nil || isOver() }
        if !goesOn { fail("nothing would ever happen again") }
    }

    /// No more trouble: whatever is under way must come to its end, and every inbox be read.
    private func comeToRest() {
        trace.note("no more trouble")
        isFinishing = true
        director.calm()
        let end = machine.now + World.restSeconds * 1_000_000_000
        lookForRest(until: end)
        run { self.isAtRest }
        guard breach == nil else { return }
        trace.note("at rest")
        Task {
            await self.host.verify()
            self.isVerified = true
        }
        run { self.isVerified }
    }

    private func lookForRest(until end: Int64) {
        machine.after(500_000_000) { [self] in
            let waiting = partners.compactMap(\.unrest)
            if waiting.isEmpty, host.isServing {
                isAtRest = true
            } else if machine.now >= end {
                let all = waiting.joined(separator: "; ")
                fail("no rest after \(World.restSeconds) s: \(all), serving \(host.isServing)")
            } else {
                lookForRest(until: end)
            }
        }
    }
}

/// Something that must not be.
struct Breach: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
