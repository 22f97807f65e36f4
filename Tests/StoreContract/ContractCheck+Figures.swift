// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursStore

extension ContractCheck {
    static let figures = [
        ContractCheck("Figures follow every command, and are those of all events") { store in
            for number in UInt64(1)...4 {
                _ = try await store.file(try Fixtures.submission(number))
            }
            _ = try await store.file(try Fixtures.submission(5, platform: "wish"))
            let first = try Fixtures.submission(1).identifier
            let second = try Fixtures.submission(2).identifier
            let orders = [
                Fixtures.change(first, by: Fixtures.amazon, .acknowledge(Fixtures.contact)),
                Fixtures.change(
                    first, by: Fixtures.amazon, .respond(Fixtures.answer), minutesLater: 90),
                Fixtures.change(
                    first, by: Fixtures.association, .giveVerdict(accepted: true, reason: ""),
                    minutesLater: 3_000),
                Fixtures.change(
                    second, by: Fixtures.association, .withdraw(reason: ""), minutesLater: 2),
            ]
            for order in orders { _ = try applied(await store.execute(order)) }
            let tally = try await store.figures()
            let amazon = FigureKey(platform: "amazon", category: .delisting)
            let month = FigureMonth(of: Fixtures.now)
            let counts: [(FigureCounter, FigureMonth?, Int64)] = [
                (.filed, nil, 4), (.received, month, 4), (.acknowledged, nil, 1),
                (.answered, month, 1), (.open, nil, 2), (.confirmed, nil, 1),
                (.concluded, nil, 1), (.withdrawn, nil, 1),
            ]
            for (counter, month, count) in counts {
                let found = tally.counts[amazon]?[.init(counter, month)] ?? 0
                try require(found == count, "\(counter): \(found)")
            }
            let times: [(FigureTime, Int32)] = [
                (.acknowledge, 1), (.answer, 90), (.resolve, 3_000),
            ]
            for (time, minutes) in times {
                let found = tally.times[amazon]?[.init(time, minutes: minutes)]
                try require(found == 1, "\(time) after \(minutes) minutes")
            }
            try await store.requireRightFigures()
        },
        ContractCheck("A refused command counts nothing, a repeated one counts once") { store in
            let submission = try Fixtures.submission(1)
            let outcomes = await store.executeInOrder([
                .submit(submission), .submit(submission),
                Fixtures.change(
                    submission.identifier, by: Fixtures.wish, .acknowledge(Fixtures.contact)),
                Fixtures.change(
                    submission.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact)),
                Fixtures.change(
                    submission.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact)),
            ])
            try require(outcomes.count == 5, "five outcomes")
            let key = FigureKey(platform: "amazon", category: .delisting)
            let counts = try await store.figures().counts[key] ?? [:]
            try require(counts[.init(.filed, nil)] == 1, "filed once")
            try require(counts[.init(.acknowledged, nil)] == 1, "acknowledged once")
            try await store.requireRightFigures()
        },
        ContractCheck("Commands of many batches on one platform add up") { store in
            let count: UInt64 = 1_500
            _ = await store.executeInOrder(
                try (1...count).map { .submit(try Fixtures.submission($0)) })
            let key = FigureKey(platform: "amazon", category: .delisting)
            let counts = try await store.figures().counts[key] ?? [:]
            try require(counts[.init(.filed, nil)] == Int64(count), "filed")
            try require(counts[.init(.open, nil)] == Int64(count), "open")
            try await store.requireRightFigures()
        },
    ]
}

extension CaseStore {
    /// A breach unless the figures kept are those of all events.
    package func requireRightFigures() async throws {
        let check = try await verifyFigures()
        try require(check.unreadable == 0, "every event can be read")
        try require(check.kept == check.recounted, "the figures are those of the events")
    }
}
