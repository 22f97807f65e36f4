// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursServer

@Suite("The queue of notifications")
struct NotificationQueueTests {
    private func note(_ slug: String, _ identifier: String) -> RecoursServer.Notification {
        RecoursServer.Notification(
            identifier: identifier, kind: .reminder,
            recipient: .init(kind: "platform", slug: slug), caseNumber: "RC", state: "TRANSMITTED",
            atMilliseconds: 0, textFrench: "", textEnglish: "")
    }

    private func recipient(_ slug: String) -> RecoursServer.Notification.Recipient {
        .init(kind: "platform", slug: slug)
    }

    private func identifiers(_ attempts: [NotificationQueue.Attempt]) -> [String] {
        attempts.map(\.notification.identifier)
    }

    @Test("Each recipient is told in order, and recipients do not wait for each other")
    func order() {
        var queue = NotificationQueue(cursor: 0)
        queue.add([note("a", "a1"), note("b", "b1")], at: 1)
        queue.add([note("a", "a2")], at: 2)
        #expect(identifiers(queue.attempts(at: 0)) == ["a1", "b1"])
        #expect(queue.attempts(at: 0) == [])
        #expect(queue.end(recipient("b"), told: true, at: 1) == .told)
        #expect(queue.attempts(at: 1) == [], "a2 waits for a1")
        #expect(queue.end(recipient("a"), told: true, at: 2) == .told)
        #expect(identifiers(queue.attempts(at: 2)) == ["a2"])
    }

    @Test("At most four run at once, and who was served waits behind the others")
    func bound() {
        var queue = NotificationQueue(cursor: 0)
        for number in UInt64(1)...6 { queue.add([note("p\(number)", "\(number)")], at: number) }
        queue.add([note("p1", "7")], at: 7)
        #expect(identifiers(queue.attempts(at: 0)) == ["1", "2", "3", "4"])
        #expect(queue.nextAttempt(after: 0) == nil)
        _ = queue.end(recipient("p1"), told: true, at: 0)
        #expect(identifiers(queue.attempts(at: 0)) == ["5"])
        _ = queue.end(recipient("p2"), told: true, at: 0)
        #expect(identifiers(queue.attempts(at: 0)) == ["6"])
        _ = queue.end(recipient("p3"), told: true, at: 0)
        #expect(identifiers(queue.attempts(at: 0)) == ["7"])
    }

    @Test("The cursor follows what is settled without a gap")
    func cursor() {
        var queue = NotificationQueue(cursor: 10)
        #expect(queue.cursor == 10)
        queue.add([note("a", "a")], at: 11)
        queue.add([], at: 12)
        queue.add([note("b", "b"), note("c", "c")], at: 13)
        #expect(queue.cursor == 10)
        _ = queue.attempts(at: 0)
        _ = queue.end(recipient("b"), told: true, at: 0)
        _ = queue.end(recipient("c"), told: true, at: 0)
        #expect(queue.cursor == 10)
        _ = queue.end(recipient("a"), told: true, at: 0)
        #expect(queue.cursor == 13)
        #expect(queue.waitingCount == 0)
    }

    @Test("A failure is tried again after 1, 2, 4 … seconds, an hour at most, and a day in all")
    func pauses() {
        var queue = NotificationQueue(cursor: 0)
        queue.add([note("a", "a1"), note("a", "a2")], at: 1)
        var now: Int64 = 5
        var pauses: [Int64] = []
        var attempts = 0
        while true {
            let started = queue.attempts(at: now)
            #expect(identifiers(started) == ["a1"])
            attempts += 1
            #expect(started.first?.number == attempts)
            let ending = queue.end(recipient("a"), told: false, at: now)
            if case .again(let pause) = ending {
                #expect(queue.nextAttempt(after: now) == now + pause)
                #expect(queue.attempts(at: now + pause - 1) == [])
                pauses.append(pause)
                now += pause
            } else {
                #expect(ending == .givenUp(attempts: attempts))
                break
            }
        }
        #expect(Array(pauses.prefix(4)) == [1_000, 2_000, 4_000, 8_000])
        #expect(pauses.max() == 3_600_000)
        #expect(now >= 86_400_000)
        #expect(queue.cursor == 0, "the second is still to be told")
        #expect(identifiers(queue.attempts(at: now)) == ["a2"])
        _ = queue.end(recipient("a"), told: true, at: now)
        #expect(queue.cursor == 1)
    }

    @Test("It holds so many notices and no more")
    func room() {
        var limits = NotificationQueue.Limits()
        limits.held = 3
        var queue = NotificationQueue(cursor: 0, limits: limits)
        #expect(queue.room == 3)
        for number in UInt64(1)...3 { queue.add([note("a", "\(number)")], at: number) }
        #expect(queue.room == 0)
        _ = queue.attempts(at: 0)
        _ = queue.end(recipient("a"), told: true, at: 0)
        #expect(queue.room == 1)
    }
}
