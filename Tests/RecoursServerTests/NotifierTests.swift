// SPDX-License-Identifier: EUPL-1.2

import Logging
import RecoursCases
import RecoursStore
import StoreContract
import Synchronization
import Testing

@testable import RecoursServer

@Suite("The notifier", .timeLimit(.minutes(1)))
struct NotifierTests {
    /// Gathers what it is told, and refuses what it is told to refuse.
    final class Post: NotificationSender {
        private let state = Mutex(
            (told: [RecoursServer.Notification](), refusing: Set<String>(), attempts: 0))

        var told: [RecoursServer.Notification] { state.withLock { $0.told } }
        var attempts: Int { state.withLock { $0.attempts } }

        func refuse(_ kinds: Set<String>) { state.withLock { $0.refusing = kinds } }

        func send(_ notification: RecoursServer.Notification) async -> String? {
            state.withLock { state in
                state.attempts += 1
                if state.refusing.contains(notification.recipient.kind) { return "refused" }
                state.told.append(notification)
                return nil
            }
        }

        func wait(until condition: ([RecoursServer.Notification]) -> Bool) async {
            while !condition(told) { await Task.yield() }
        }
    }

    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func notifier(
        _ world: SweepWorld, _ post: Post?, _ turn: NotificationTurn = .alone
    ) -> Task<Void, Never> {
        var limits = NotificationQueue.Limits()
        limits.firstPauseMilliseconds = 5
        limits.longestPauseMilliseconds = 20
        let notifier = Notifier(
            store: world.store, sender: post, turn: turn, logger: logger, limits: limits)
        return Task { await notifier.run() }
    }

    private func end(_ task: Task<Void, Never>) async {
        task.cancel()
        await task.value
    }

    @Test("A silent platform is reminded, then it, the complainant and the mediators are told")
    func silence() async throws {
        let world = try await SweepWorld()
        let post = Post()
        let task = notifier(world, post)
        let identifier = try await world.file(1...1)[0]
        let number = try #require(try await world.caseFile(identifier)).publicNumber.description
        let sweeper = world.sweeper()
        try await world.pass(toAlarmOf: identifier)
        _ = await sweeper.sweep()
        await post.wait { $0.count == 1 }
        let reminder = post.told[0]
        #expect(reminder.kind == .reminder)
        #expect(reminder.recipient == .init(kind: "platform", slug: "amazon"))
        #expect(reminder.name == "amazon")
        #expect(reminder.deadline == "ACKNOWLEDGE" && reminder.stage == "HALF")
        #expect(reminder.caseNumber == number)
        #expect(reminder.textFrench.contains("accuser réception"))
        #expect(reminder.textFrench.contains("02/12/2018"))
        #expect(reminder.textEnglish.contains("2018-12-02"))
        let due = try #require(reminder.dueAtMilliseconds)
        #expect(due > reminder.atMilliseconds)
        world.machine.pass(17 * SweepWorld.day)
        _ = await sweeper.sweep()
        // Acknowledgement and answer are both overdue by now.
        await post.wait { $0.contains { $0.kind == .newMediation } && $0.count >= 6 }
        let told = post.told
        func kinds(_ recipient: String) -> [RecoursServer.Notification.Kind] {
            told.filter { $0.recipient.kind == recipient }.map(\.kind)
        }
        #expect(kinds("platform") == [.reminder, .deadlineMissed, .deadlineMissed])
        #expect(kinds("association") == [.escalated])
        #expect(kinds("mediator") == [.flagged, .newMediation])
        #expect(Set(told.map(\.identifier)).count == told.count)
        await end(task)
    }

    @Test("Of several servers one tells: the turn passes on, and nothing is told twice or lost")
    func turns() async throws {
        let world = try await SweepWorld()
        let turn = Mutex(0)
        let posts = [Post(), Post(), nil]
        // The first that ever tells does not begin with the past.
        let identifiers = try await world.file(1...3)
        let sweeper = world.sweeper()
        try await world.pass(toAlarmOf: identifiers[0])
        _ = await sweeper.sweep()
        let tasks = posts.enumerated().map { place, post in
            notifier(world, post, NotificationTurn { turn.withLock { $0 == place } })
        }
        while try await world.store.marks()[.notified] == nil { await Task.yield() }
        #expect(posts.allSatisfy { $0?.told.isEmpty ?? true })
        world.machine.pass(2 * SweepWorld.day)
        _ = await sweeper.sweep()
        let last = try await world.store.lastNotice()
        while try await world.store.marks()[.notified] != Int64(last) { await Task.yield() }
        let first = posts[0]?.told ?? []
        #expect(!first.isEmpty && posts[1]?.told.isEmpty == true)
        // Nobody of those who can tell has it: then nobody tells, and nothing is passed over.
        turn.withLock { $0 = 2 }
        world.machine.pass(15 * SweepWorld.day)
        _ = await sweeper.sweep()
        try await Task.sleep(for: .milliseconds(1_200))
        #expect(posts[0]?.told == first && posts[1]?.told.isEmpty == true)
        #expect(try await world.store.marks()[.notified] == Int64(last))
        turn.withLock { $0 = 1 }
        let end = try await world.store.lastNotice()
        while try await world.store.marks()[.notified] != Int64(end) { await Task.yield() }
        let second = posts[1]?.told ?? []
        #expect(!second.isEmpty && posts[0]?.told == first)
        let all = (first + second).map(\.identifier)
        #expect(Set(all).count == all.count)
        for task in tasks { await self.end(task) }
    }

    @Test("A mediator who lets a clock run out is an alarm to the operator")
    func overdueMediator() async throws {
        let world = try await SweepWorld()
        let post = Post()
        _ = try await world.file(1...1)
        let target = Instant(
            millisecondsSince1970: world.clock.reading().millisecondsSince1970
                + 25 * SweepWorld.day)
        _ = try await world.sweeper().advance(to: target)
        let task = notifier(world, post)
        await post.wait { $0.contains { $0.kind == .mediatorOverdue } }
        let alarm = try #require(post.told.first { $0.kind == .mediatorOverdue })
        #expect(alarm.recipient == .init(kind: "operator", slug: ""))
        #expect(alarm.deadline == "MEDIATOR_FIRST_WORD")
        await end(task)
    }

    @Test("Who has acted meanwhile is not reminded any more")
    func moot() async throws {
        let world = try await SweepWorld()
        let identifier = try await world.file(1...1)[0]
        try await world.pass(toAlarmOf: identifier)
        _ = await world.sweeper().sweep()
        let order = CaseChange(
            identifier: identifier, actor: .partner(Fixtures.amazon), key: nil,
            command: .respond(Fixtures.answer), at: world.clock.reading())
        _ = try applied(await world.store.execute(.change(order)))
        let post = Post()
        let task = notifier(world, post)
        while try await world.store.marks()[.notified] == nil { await Task.yield() }
        #expect(post.told == [])
        await end(task)
    }

    @Test("One who can't be reached is tried again and again, and the others do not wait")
    func unreachable() async throws {
        let world = try await SweepWorld()
        let post = Post()
        post.refuse(["platform"])
        let task = notifier(world, post)
        _ = try await world.file(1...3)
        world.machine.pass(17 * SweepWorld.day)
        _ = await world.sweeper().sweep()
        await post.wait { $0.count(where: { $0.kind == .newMediation }) == 3 }
        let before = post.attempts
        while post.attempts < before + 5 { await Task.yield() }
        #expect(!post.told.contains { $0.recipient.kind == "platform" })
        post.refuse([])
        await post.wait { $0.count(where: { $0.recipient.kind == "platform" }) == 6 }
        let missed = post.told.filter { $0.recipient.kind == "platform" }
        #expect(missed.map(\.deadline) == missed.map(\.deadline).prefix(6).map { $0 })
        await end(task)
    }

    @Test("A restart repeats what was not told, and nothing that was")
    func cursor() async throws {
        let world = try await SweepWorld(.sqlite)
        let post = Post()
        _ = try await world.file(1...1)
        world.machine.pass(17 * SweepWorld.day)
        _ = await world.sweeper().sweep()
        await end(
            {
                let task = notifier(world, post)
                await post.wait { $0.count >= 5 }
                while (try? await world.store.marks()[.notified]) == nil { await Task.yield() }
                return task
            }())
        let first = post.told
        try world.reopen()
        let again = Post()
        again.refuse(["mediator"])
        let second = try await world.file(2...2)[0]
        try await world.pass(toAlarmOf: second)
        _ = await world.sweeper().sweep()
        var task = notifier(world, again)
        await again.wait { !$0.isEmpty }
        #expect(Set(again.told.map(\.identifier)).isDisjoint(with: first.map(\.identifier)))
        world.machine.pass(17 * SweepWorld.day)
        _ = await world.sweeper().sweep()
        while again.attempts < 12 { await Task.yield() }
        await end(task)
        try world.reopen()
        let third = Post()
        task = notifier(world, third)
        await third.wait { $0.contains { $0.recipient == .init(kind: "mediator", slug: "") } }
        await end(task)
    }

    @Test("Without a command nobody is told, and one set later does not begin with the past")
    func none() async throws {
        let world = try await SweepWorld()
        _ = try await world.file(1...1)
        world.machine.pass(17 * SweepWorld.day)
        _ = await world.sweeper().sweep()
        let silent = notifier(world, nil)
        while try await world.store.marks()[.notified] == nil { await Task.yield() }
        await end(silent)
        let post = Post()
        let task = notifier(world, post)
        let identifier = try await world.file(2...2)[0]
        let number = try await world.caseFile(identifier)?.publicNumber.description
        try await world.pass(toAlarmOf: identifier)
        _ = await world.sweeper().sweep()
        await post.wait { $0.contains { $0.caseNumber == number } }
        #expect(
            post.told.allSatisfy {
                $0.atMilliseconds > world.clock.reading().millisecondsSince1970 - 5
            })
        await end(task)
    }
}
