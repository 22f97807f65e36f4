// SPDX-License-Identifier: EUPL-1.2

import Logging
import RecoursCases
import RecoursMessages
import RecoursStore
import RecoursTransport
import RecoursWire
import StoreContract
import Testing

@testable import RecoursServer

@Suite("A sandbox's time", .timeLimit(.minutes(1)))
struct SandboxTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test("An advance passes through every alarm at its own time, in order")
    func gradual() async throws {
        let world = try await SweepWorld()
        let identifier = try await world.file(1...1)[0]
        let start = world.clock.reading().millisecondsSince1970
        let target = Instant(millisecondsSince1970: start + 17 * SweepWorld.day)
        let expected = try #require(try await world.caseFile(identifier)).deadlines
        let advance = try await world.sweeper().advance(to: target)
        #expect(advance.now >= target)
        #expect(advance.now.millisecondsSince1970 - target.millisecondsSince1970 < 60_000)
        let events = try await world.events(identifier).dropFirst(2)
        #expect(advance.acted >= 8 && events.count >= advance.acted)
        #expect(events.map(\.at) == events.map(\.at).sorted())
        // Both clocks' reminders, then their ends, each at the millisecond at which it was due: the
        // test's machine stands still.
        let due = expected.flatMap { deadline in
            deadline.reminders.map(\.at)
                + [Instant(millisecondsSince1970: deadline.dueAt.millisecondsSince1970 + 1)]
        }
        #expect(Set(events.map(\.at)).isSuperset(of: due))
        #expect(try await world.caseFile(identifier)?.state == .inMediation)
    }

    @Test("The moved time outlives a restart, and a server without the setting refuses it")
    func persistence() async throws {
        let world = try await SweepWorld(.sqlite)
        _ = try await world.file(1...1)
        let target = Instant(
            millisecondsSince1970: world.clock.reading().millisecondsSince1970
                + 30 * SweepWorld.day)
        _ = try await world.sweeper().advance(to: target)
        try world.reopen()
        let clock = WallClock(GuardedClock(read: world.machine.read))
        _ = try await Timekeeping.start(
            world.store, clock, isSandbox: true, graceMilliseconds: 0, logger)
        #expect(clock.reading() >= target)
        world.machine.pass(1_000)
        #expect(clock.reading().millisecondsSince1970 >= target.millisecondsSince1970 + 1_000)
        let error = await #expect(throws: StoreError.self) {
            try await Timekeeping.start(
                world.store, WallClock(GuardedClock(read: world.machine.read)),
                isSandbox: false, graceMilliseconds: 0, logger)
        }
        #expect(error?.code == .unsafeSettings)
        #expect(error?.remedy.contains("clock.sandbox") == true)
    }

    @Test("Two hundred cases through two months of silence all end in mediation")
    func silence() async throws {
        let world = try await SweepWorld()
        for first in stride(from: UInt64(1), to: 200, by: 50) {
            _ = try await world.file(first...(first + 49))
            world.machine.pass(SweepWorld.day)
        }
        let target = Instant(
            millisecondsSince1970: world.clock.reading().millisecondsSince1970
                + 60 * SweepWorld.day)
        let advance = try await world.sweeper().advance(to: target)
        #expect(advance.acted >= 200 * 8)
        let page = try await world.store.cases(.mediator, CaseFilter(), after: nil, limit: 1_000)
        #expect(page.cases.count == 200)
        #expect(page.cases.allSatisfy { $0.state == .inMediation })
    }

    @Test("A promise to a whole category is broken on the day after its last, as time passes")
    func commitments() async throws {
        let world = try await SweepWorld()
        let commitment = Commitment(
            identifier: [UInt8](repeating: 9, count: 16), platformSlug: "amazon",
            text: "A named contact answers within two days.",
            scope: .category(.noHumanContact), dueOn: Fixtures.today.adding(days: 10),
            by: .partner(Fixtures.amazon), at: Fixtures.now)
        let key = [UInt8](repeating: 9, count: 16)
        let origin = CallOrigin(key: key, fingerprint: key + key)
        guard
            case .commitment = await world.store.execute(.commitment(.make(commitment, origin)))
        else {
            Issue.record("not made")
            return
        }
        func state() async throws -> RecoursCases.CommitmentState? {
            try await world.store.commitments(
                .mediator, platform: nil, state: nil, below: nil, limit: 10
            ).commitments.first?.state
        }
        let start = Fixtures.now.millisecondsSince1970
        let sweeper = world.sweeper()
        _ = try await sweeper.advance(
            to: Instant(millisecondsSince1970: start + 10 * SweepWorld.day))
        #expect(try await state() == .open)
        _ = try await sweeper.advance(
            to: Instant(millisecondsSince1970: start + 11 * SweepWorld.day))
        #expect(try await state() == .broken)
    }

    @Test("The operator moves a sandbox's time over the wire; nobody moves a real one's")
    func wire() async throws {
        let world = try await World(isSandbox: true)
        let association = try await world.join(.association, "ajc")
        _ = try await world.join(.platform, "amazon")
        try await world.mandate("ajc")
        let filed: SubmitCaseResponse = try await association.call(
            CaseServiceMethods.submitCase, SubmitCaseRequest(draft: Sample.draft("R-1")),
            key: Sample.key())
        let root = try await world.connect(world.operators)
        let before: GetClockResponse = try await root.call(
            OperatorServiceMethods.getClock, GetClockRequest())
        #expect(before.sandbox && !before.held)
        #expect(before.nextAlarmMs > before.nowMs)
        let day = SweepWorld.day
        let moved: AdvanceClockResponse = try await root.call(
            OperatorServiceMethods.advanceClock,
            AdvanceClockRequest(target: .byMs(20 * day)))
        #expect(moved.nowMs >= before.nowMs + 20 * day)
        #expect(moved.acted > 0)
        let found: GetCaseResponse = try await association.call(
            CaseServiceMethods.getCase,
            GetCaseRequest(reference: .id(try #require(filed.receipt).caseID)))
        #expect(found.caseFile?.state == .inMediation)
        for target in [.byMs(0), .byMs(-1), .byMs(.max), .toMs(before.nowMs), nil]
            as [AdvanceClockRequest.Target?]
        {
            let status = await root.failure(
                OperatorServiceMethods.advanceClock, AdvanceClockRequest(target: target))
            #expect(status.code == .invalidArgument)
        }
        // Who joins now has a certificate of the machine's time, or could not connect.
        _ = try await world.join(.platform, "wish")
        let health: HealthCheckResponse = try await root.call(
            HealthServiceMethods.check, HealthCheckRequest())
        #expect(health.sandbox && !health.clockHeld)
        let refused = await association.failure(
            OperatorServiceMethods.advanceClock, AdvanceClockRequest(target: .byMs(1)))
        #expect(refused.code == .permissionDenied)
        await world.stop()
        let real = try await World()
        let there = try await real.connect(real.operators)
        let status = await there.failure(
            OperatorServiceMethods.advanceClock, AdvanceClockRequest(target: .byMs(1)))
        #expect(status.code == .failedPrecondition)
        #expect(status.message.contains("clock.sandbox"))
        await real.stop()
    }
}
