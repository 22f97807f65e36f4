// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    static let alarms = [
        ContractCheck("Alarms come oldest first, in pages without gap or repetition") { store in
            // Urgent cases and others, in turn: their clocks end on two days.
            for number in UInt64(1)...20 {
                var submission = try Fixtures.submission(number)
                submission.at = Instant(
                    millisecondsSince1970: Fixtures.now.millisecondsSince1970
                        - Int64(number % 3) * 86_400_000)
                _ = try await store.file(submission)
            }
            var found: [Alarm] = []
            while true {
                let page = try await store.alarms(
                    after: found.last?.position, upTo: .distantFuture, limit: 7)
                if page.isEmpty { break }
                found += page
            }
            try require(found.count == 20, "\(found.count) of 20")
            try require(Set(found.map(\.identifier)).count == 20, "each once")
            try require(found.map(\.position) == found.map(\.position).sorted(), "order")
            try require(Set(found.map(\.position.at)).count == 3, "three days")
            let first = try await store.alarms(
                after: nil, upTo: found[0].position.at, limit: 100)
            try require(
                first.map(\.position.at)
                    == [Instant](
                        repeating: found[0].position.at, count: first.count),
                "up to and with the end")
            let before = Instant(
                millisecondsSince1970: found[0].position.atMilliseconds - 1)
            let none = try await store.alarms(after: nil, upTo: before, limit: 100)
            try require(none.isEmpty, "none before the first")
        },
        ContractCheck("A change moves a case's alarm, and a closed case has none") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let before = try await store.alarms(after: nil, upTo: .distantFuture, limit: 10)
            try require(before.map(\.identifier) == [receipt.identifier], "one alarm")
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.amazon, .respond(Fixtures.answer))))
            let moved = try await store.alarms(after: nil, upTo: .distantFuture, limit: 10)
            try require(moved.count == 1 && moved[0].position > before[0].position, "moved")
            try require(moved[0].version == 3, "its version")
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.association, .withdraw(reason: ""))))
            let after = try await store.alarms(after: nil, upTo: .distantFuture, limit: 10)
            try require(after.isEmpty, "none")
        },
        ContractCheck("Marks only rise, and the newest event's time is one") { store in
            let empty = try await store.marks()
            try require(empty == [:], "none at first")
            try await store.raise([.heartbeat: 5, .clockOffset: 7])
            try await store.raise([.heartbeat: 3])
            var marks = try await store.marks()
            try require(marks == [.heartbeat: 5, .clockOffset: 7], "\(marks)")
            _ = try await store.file(try Fixtures.submission(1))
            var older = try Fixtures.submission(2)
            older.at = Instant(millisecondsSince1970: 1_000)
            _ = try await store.file(older)
            marks = try await store.marks()
            try require(
                marks[.recordedTime] == Fixtures.now.millisecondsSince1970, "recorded time")
        },
    ]
}

extension Instant {
    /// After everything that a test does.
    static let distantFuture = Instant(millisecondsSince1970: 4_000_000_000_000)
}
