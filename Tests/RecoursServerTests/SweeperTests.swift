// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import RecoursStoreSQLite
import StoreContract
import Testing

@testable import RecoursServer

@Suite("The sweeper", .timeLimit(.minutes(2)))
struct SweeperTests {
    private static let places = SweepWorld.Place.allCases

    @Test("What is due is acted on once, and not a moment before", arguments: places)
    func once(_ place: SweepWorld.Place) async throws {
        let world = try await SweepWorld(place)
        let sweeper = world.sweeper()
        let identifier = try await world.file(1...1)[0]
        try await world.pass(toAlarmOf: identifier, off: -1)
        var sweep = await sweeper.sweep()
        #expect(sweep.acted == 0)
        #expect(
            sweep.next?.millisecondsSince1970
                == world.clock.reading().millisecondsSince1970 + 1)
        world.machine.pass(1)
        sweep = await sweeper.sweep()
        #expect(sweep.acted == 1)
        #expect(try await world.events(identifier).last?.kind.number == 24)
        sweep = await sweeper.sweep()
        #expect(sweep.acted == 0)
        #expect(try await world.events(identifier).count == 3)
    }

    @Test("Silence leads to a mediator, and a case answered in time is left alone")
    func silence() async throws {
        let world = try await SweepWorld()
        let sweeper = world.sweeper()
        let identifiers = try await world.file(1...2)
        world.machine.pass(14 * SweepWorld.day)
        _ = await sweeper.sweep()
        var answer = Fixtures.change(identifiers[0], by: Fixtures.amazon, .respond(Fixtures.answer))
        if case .change(var change) = answer {
            change.at = world.clock.reading()
            answer = .change(change)
        }
        _ = try applied(await world.store.execute(answer))
        world.machine.pass(3 * SweepWorld.day)
        _ = await sweeper.sweep()
        #expect(try await world.caseFile(identifiers[0])?.state == .answered)
        let silent = try #require(try await world.caseFile(identifiers[1]))
        #expect(silent.state == .inMediation)
        #expect(silent.missed == [.acknowledge, .answer])
        let events = try await world.events(identifiers[1])
        #expect(events.suffix(from: 2).allSatisfy { $0.actor == .system })
    }

    @Test(
        "Thousands of due cases and two sweepers at once: each is acted on once", arguments: places)
    func twoSweepers(_ place: SweepWorld.Place) async throws {
        let world = try await SweepWorld(place)
        // On disk fewer: what differs there is the index, not the number.
        let count = UInt64(place == .memory ? 10_000 : 1_000)
        var identifiers: [CaseIdentifier] = []
        for first in stride(from: UInt64(1), to: count, by: 1_000) {
            identifiers += try await world.file(first...(first + 999))
        }
        world.machine.pass(16 * SweepWorld.day)
        async let first = world.sweeper().sweep()
        async let second = world.sweeper(batch: 100).sweep()
        let sweeps = await (first, second)
        #expect(sweeps.0.failure == nil && sweeps.1.failure == nil)
        for identifier in identifiers.shuffled().prefix(500) {
            let caseFile = try #require(try await world.caseFile(identifier))
            #expect(caseFile.state == .inMediation)
            #expect(caseFile.missed == [.acknowledge, .answer])
        }
        // Both clocks ran out for each: the mediators hear of the second, once a case.
        var position: UInt64 = 0
        var heard = 0
        while true {
            let page = try await world.store.inbox(.mediator, after: position, limit: 1_000)
            if page.entries.isEmpty { break }
            heard += page.entries.count { $0.caseFile.state == .inMediation }
            position = page.position
        }
        #expect(heard == Int(count))
        #expect(await world.sweeper().sweep().acted == 0)
    }

    @Test("A sweep broken off by a restart is gone on with, and nothing happens twice")
    func restart() async throws {
        let world = try await SweepWorld(.sqlite)
        let identifiers = try await world.file(1...600)
        world.machine.pass(16 * SweepWorld.day)
        let sweeper = world.sweeper(batch: 16)
        let first = Task { await sweeper.sweep() }
        while try await world.store.inbox(.mediator, after: 0, limit: 1).entries.isEmpty {
            await Task.yield()
        }
        try world.reopen()
        _ = await first.value
        let left = await world.sweeper().sweep()
        #expect(left.failure == nil && left.acted > 0)
        for identifier in identifiers {
            #expect(try await world.caseFile(identifier)?.missed == [.acknowledge, .answer])
        }
    }

    @Test("A damaged case is left, tried again later, and keeps no other waiting")
    func damage() async throws {
        let codec = DamagingCodec()
        let world = try await SweepWorld(codec: codec)
        let identifiers = try await world.file(1...300)
        codec.damage(Set(identifiers.prefix(150)))
        world.machine.pass(16 * SweepWorld.day)
        let sweeper = world.sweeper(batch: 64)
        #expect(await sweeper.sweep().acted == 150)
        codec.damage([])
        #expect(await sweeper.sweep().acted == 0, "the pause has not passed")
        world.machine.pass(61_000)
        #expect(await sweeper.sweep().acted == 150)
    }

    @Test("A full disk breaks a sweep off, and nothing is lost by it")
    func fullDisk() async throws {
        let backend = FillingBackend()
        let world = try await SweepWorld(backend: backend)
        _ = try await world.file(1...10)
        world.machine.pass(16 * SweepWorld.day)
        backend.fill(true)
        let sweeper = world.sweeper()
        let sweep = await sweeper.sweep()
        #expect(sweep.failure?.code == .storageFull)
        #expect(sweep.acted == 0)
        #expect(world.status.current == .readOnly)
        backend.fill(false)
        #expect(await sweeper.sweep().acted == 10)
    }

    @Test("A leap of the machine's clock makes no case late")
    func leap() async throws {
        let world = try await SweepWorld()
        _ = try await world.file(1...5)
        world.machine.leap(400 * SweepWorld.day)
        guard case .leapt = world.clock.observe() else {
            Issue.record("the leap was not seen")
            return
        }
        #expect(await world.sweeper().sweep().acted == 0)
        world.machine.pass(SweepWorld.hour)
        world.machine.leap(-400 * SweepWorld.day)
        #expect(world.clock.observe() == .returned)
        #expect(await world.sweeper().sweep().acted == 0)
        world.machine.leap(-30 * SweepWorld.day)
        world.machine.pass(2 * SweepWorld.day)
        _ = world.clock.observe()
        #expect(await world.sweeper().sweep().acted == 5, "time goes on as it went")
    }

    @Test("A row of the older schema learns its alarm at the first visit")
    func olderSchema() async throws {
        let world = try await SweepWorld(.sqlite)
        _ = try await world.file(1...1)
        let alarm = try await world.store.alarms(
            after: nil, upTo: Instant(millisecondsSince1970: .max), limit: 1)
        try world.reopen { directory in
            // As it was written then: the same row, with a checksum that knows of no alarm.
            let backend = try SQLiteBackend(directory: directory, codec: world.codec)
            var record = try #require(try backend.makeReader(.rows).caseRecord(row: 1))
            backend.close()
            record.alarmAtMilliseconds = CaseRecord.unknownAlarm
            try SQLiteFile.change(
                "\(directory)/store.sqlite",
                """
                UPDATE cases SET alarm_at = 0,
                    checksum = \(Int64(bitPattern: record.computedChecksum))
                """)
        }
        let sweep = await world.sweeper().sweep()
        #expect(sweep.failure == nil && sweep.acted == 0)
        #expect(sweep.next == alarm[0].position.at)
        let learned = try await world.store.alarms(
            after: nil, upTo: Instant(millisecondsSince1970: .max), limit: 1)
        #expect(learned == alarm)
        #expect(try await world.store.verifyChains().damagedCount == 0)
    }
}
