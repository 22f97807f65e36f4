// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
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
            let tally = try await store.figures().tally
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
            let counts = try await store.figures().tally.counts[key] ?? [:]
            try require(counts[.init(.filed, nil)] == 1, "filed once")
            try require(counts[.init(.acknowledged, nil)] == 1, "acknowledged once")
            try await store.requireRightFigures()
        },
        ContractCheck("A submitter's own removals are a ledger of its own, firm by firm") {
            store in
            let first = try await store.remove(1, minutesLater: 60)
            _ = try await store.remove(2, minutesLater: 90)
            let month = FigureMonth(of: Fixtures.now)
            let key = FigureKey(platform: "amazon", category: nil)
            func own(_ partner: PartnerReference, _ siren: String? = nil) async throws -> [Int32] {
                let found = try await store.ownRemovals(of: partner, siren: siren)
                try require(!found.olderLeftOut, "all are there")
                let cells = found.tally.times[key] ?? [:]
                try require(cells.keys.allSatisfy { $0.month == month }, "in their month")
                return cells.keys.map(\.minutes).sorted()
            }
            try require(try await own(Fixtures.association) == [60, 90], "the association's")
            try require(
                try await own(Fixtures.association, Fixtures.siren) == [60, 90], "one firm's")
            try require(
                try await own(Fixtures.association, Fixtures.otherSiren).isEmpty, "no other firm's")
            try require(try await own(Fixtures.otherAssociation).isEmpty, "no other's")
            try await store.requireRightFigures()
            // Of an erased case nothing says whose firm it was; it stays counted.
            for command in [
                CaseCommand.withdraw(reason: ""), .act(.erase(reason: "Demande.")),
            ] {
                _ = try applied(
                    await store.execute(
                        Fixtures.change(
                            first,
                            by: command == .withdraw(reason: "")
                                ? Fixtures.association : Fixtures.mediator, command,
                            minutesLater: 100)))
            }
            try require(
                try await own(Fixtures.association, Fixtures.siren) == [90], "the erased is gone")
            try require(try await own(Fixtures.association) == [60, 90], "and stays counted")
        },
        ContractCheck("Commitments kept and broken are figures, and change with a mediator's word")
        { store in
            let identifier = [UInt8](repeating: 4, count: 16)
            let made = Commitment(
                identifier: identifier, platformSlug: "amazon", text: "Une réponse à chaque cas.",
                scope: .category(.delisting), dueOn: Fixtures.today.adding(days: 9),
                by: .partner(Fixtures.amazon), at: Fixtures.now)
            let origin = CallOrigin(key: identifier, fingerprint: identifier + identifier)
            _ = await store.execute(.commitment(.make(made, origin)))
            let key = FigureKey(platform: "amazon", category: .delisting)
            func counts() async throws -> [Int64] {
                let cells = try await store.figures().tally.counts[key] ?? [:]
                return [.honouredCommitments, .brokenCommitments].map {
                    cells[.init($0, nil)] ?? 0
                }
            }
            try require(try await counts() == [0, 0], "open")
            for (state, expected) in [
                (CommitmentState.broken, [0, 1]), (.broken, [0, 1]), (.honoured, [1, 0]),
                (.waived, [0, 0]), (.broken, [0, 1]),
            ] as [(CommitmentState, [Int64])] {
                _ = await store.execute(
                    .commitment(
                        .settle(
                            identifier: identifier, state, by: .partner(Fixtures.mediator),
                            at: Fixtures.now, reason: "Constaté.")))
                try require(try await counts() == expected, "\(state)")
            }
            try await store.requireRightFigures()
        },
        ContractCheck("Commands of many batches on one platform add up") { store in
            let count: UInt64 = 1_500
            _ = await store.executeInOrder(
                try (1...count).map { .submit(try Fixtures.submission($0)) })
            let key = FigureKey(platform: "amazon", category: .delisting)
            let counts = try await store.figures().tally.counts[key] ?? [:]
            try require(counts[.init(.filed, nil)] == Int64(count), "filed")
            try require(counts[.init(.open, nil)] == Int64(count), "open")
            try await store.requireRightFigures()
        },
    ]
}

extension CaseStore {
    /// Files a case about copies, which the platform removes so many minutes later.
    package func remove(
        _ number: UInt64, minutesLater minutes: Int64, filedLater: Int64 = 0
    ) async throws -> CaseIdentifier {
        let receipt = try await file(
            try Fixtures.submission(number, minutesLater: filedLater) {
                $0.desiredRemedies = [.listingsRemoved]
            })
        var answer = Fixtures.answer
        answer.identifier = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 16)
        answer.remedies = [Remedy(kind: .listingsRemoved)]
        _ = try applied(
            await execute(
                Fixtures.change(
                    receipt.identifier, by: Fixtures.amazon, .respond(answer),
                    minutesLater: filedLater + minutes)))
        return receipt.identifier
    }

    /// A breach unless the figures kept are those of all events.
    package func requireRightFigures() async throws {
        let check = try await verifyFigures()
        try require(check.unreadable == 0, "every event can be read")
        try require(check.kept == check.recounted, "the figures are those of the events")
        try require(
            check.keptRemovals == check.recountedRemovals, "and so are everybody's own removals")
    }
}
