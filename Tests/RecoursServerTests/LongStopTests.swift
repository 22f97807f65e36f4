// SPDX-License-Identifier: EUPL-1.2

import Logging
import RecoursCases
import RecoursStore
import StoreContract
import Testing

@testable import RecoursServer

@Suite("After a stop", .timeLimit(.minutes(1)))
struct LongStopTests {
    private static let hour = SweepWorld.hour
    private static let day = SweepWorld.day

    private func instant(_ milliseconds: Int64) -> Instant {
        Instant(millisecondsSince1970: milliseconds)
    }

    private func found(
        _ marks: [StoreMark: Int64], now: Int64, grace: Int64 = LongStopTests.day
    ) -> (stop: LongStop?, marks: [StoreMark: Int64]) {
        LongStop.atStart(marks, now: instant(now), graceMilliseconds: grace)
    }

    @Test("An hour's stop is none; a longer one gives a day from the return")
    func lengths() {
        #expect(found([:], now: 5).stop == nil)
        #expect(found([.heartbeat: 7], now: 7 + Self.hour).stop == nil)
        let now = 8 + Self.hour
        let after = found([.heartbeat: 7, .recordedTime: 3], now: now)
        #expect(
            after.stop
                == LongStop(
                    began: instant(7), ended: instant(now), graceEnds: instant(now + Self.day)))
        #expect(after.marks == [.stopBegan: 7, .stopEnded: now])
        #expect(found([.recordedTime: 7], now: now).stop == after.stop)
        #expect(found([.heartbeat: 7], now: now, grace: 0).stop == nil)
    }

    @Test("A short restart within the grace keeps it, a long one stretches it")
    func restarts() {
        let now = 10 * Self.day
        let marks: [StoreMark: Int64] = [
            .heartbeat: now - 5, .stopBegan: 8 * Self.day, .stopEnded: now - Self.hour,
        ]
        let kept = found(marks, now: now)
        #expect(kept.stop?.began == instant(8 * Self.day))
        #expect(kept.stop?.graceEnds == instant(now - Self.hour + Self.day))
        #expect(kept.marks == [:])
        let later = now + 2 * Self.hour
        let stretched = found(marks, now: later)
        #expect(stretched.stop?.began == instant(8 * Self.day))
        #expect(stretched.stop?.ended == instant(later))
        #expect(found(marks, now: now + 2 * Self.day).stop?.began == instant(now - 5))
    }

    @Test("The stop's own instants are those at which nobody could reach the server")
    func covering() {
        let stop = LongStop(began: instant(10), ended: instant(20), graceEnds: instant(30))
        #expect(!stop.covers(instant(10)))
        #expect(stop.covers(instant(11)))
        #expect(stop.covers(instant(20)))
        #expect(!stop.covers(instant(21)))
    }

    @Test("A deadline of the stop is acted on a day later; its reminders and the others' at once")
    func grace() async throws {
        let world = try await SweepWorld(.sqlite)
        // The first is acknowledged, and owes its answer while the server is away; the second owes
        // it a day after.
        let first = try await world.file(1...1)[0]
        world.machine.pass(3 * Self.day)
        let second = try await world.file(2...2)[0]
        _ = await world.sweeper().sweep()
        world.machine.pass(9 * Self.day)
        _ = await world.sweeper().sweep()
        try await world.store.raise([
            .heartbeat: world.clock.reading().millisecondsSince1970
        ])
        world.machine.pass(4 * Self.day + Self.hour)
        try world.reopen()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let stop = try #require(
            try await Timekeeping.start(
                world.store, world.clock, isSandbox: false, graceMilliseconds: Self.day, logger))
        let sweeper = world.sweeper(stop: stop)
        var sweep = await sweeper.sweep()
        #expect(try await world.caseFile(first)?.state == .transmitted)
        #expect(sweep.acted == 1, "the second is reminded")
        #expect(try await world.events(second).last?.kind.number == 24)
        // A restart does not shorten the grace.
        try world.reopen()
        let again = try #require(
            try await Timekeeping.start(
                world.store, world.clock, isSandbox: false, graceMilliseconds: Self.day, logger))
        #expect(again.graceEnds == stop.graceEnds)
        world.machine.pass(Self.day - 10)
        let after = world.sweeper(stop: again)
        sweep = await after.sweep()
        #expect(try await world.caseFile(first)?.state == .transmitted)
        world.machine.pass(20)
        repeat { sweep = await after.sweep() } while sweep.acted > 0
        sweep = await after.sweep()
        #expect(try await world.caseFile(first)?.state == .inMediation)
    }

    @Test("An answer in the grace is an answer in time")
    func answerInGrace() async throws {
        let world = try await SweepWorld()
        let identifier = try await world.file(1...1)[0]
        let began = world.clock.reading()
        world.machine.pass(20 * Self.day)
        let now = world.clock.reading()
        let stop = LongStop(
            began: began, ended: now,
            graceEnds: Instant(millisecondsSince1970: now.millisecondsSince1970 + Self.day))
        let sweeper = world.sweeper(stop: stop)
        #expect(await sweeper.sweep().acted == 0)
        let order = CaseChange(
            identifier: identifier, actor: .partner(Fixtures.amazon), key: nil,
            command: .respond(Fixtures.answer), at: now)
        _ = try applied(await world.store.execute(.change(order)))
        world.machine.pass(2 * Self.day)
        _ = await sweeper.sweep()
        _ = await sweeper.sweep()
        let caseFile = try #require(try await world.caseFile(identifier))
        #expect(caseFile.state == .answered)
        #expect(caseFile.missed == [])
    }
}
