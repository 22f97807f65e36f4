// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    static let inboxes = [
        ContractCheck("Each inbox hears of what others did, in order") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let identifier = receipt.identifier
            _ = await store.execute(
                Fixtures.change(identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact)))
            _ = await store.execute(
                Fixtures.change(identifier, by: Fixtures.amazon, .respond(Fixtures.answer)))
            _ = await store.execute(
                Fixtures.change(
                    identifier, by: Fixtures.association,
                    .giveVerdict(accepted: false, reason: "Rien n’est rétabli.")))
            let expected: [(CaseScope, [Int32])] = [
                (.platform("amazon"), [2, 8]), (.submitter(Fixtures.association), [5, 6]),
                (.mediator, [8]), (.platform("wish"), []),
                (.submitter(Fixtures.otherAssociation), []),
            ]
            for (scope, kinds) in expected {
                let page = try await store.inbox(scope, after: 0, limit: 10)
                try require(page.entries.map(\.eventKind) == kinds, "\(scope)")
                let positions = page.entries.map(\.position)
                try require(positions == (0..<kinds.count).map { UInt64($0) + 1 }, "positions")
                try require(
                    page.entries.allSatisfy { $0.caseFile.state == .inMediation }, "as it is now")
            }
        },
        ContractCheck("A place that an inbox has never reached is told from its end") { store in
            _ = try await store.file(try Fixtures.submission(1))
            let scope = CaseScope.platform("amazon")
            let end = try await store.inbox(scope, after: 0, limit: 10).position
            try require(!(try await store.inbox(scope, after: end, limit: 10).isAhead), "the end")
            try require(try await store.inbox(scope, after: end + 1, limit: 10).isAhead, "beyond")
            let stranger = CaseScope.platform("nobody")
            try require(!(try await store.inbox(stranger, after: 9, limit: 10).isAhead), "none")
        },
        ContractCheck("A reader that resumes misses nothing and sees nothing twice") { store in
            let count = 300
            async let writing: Void = withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...count {
                    group.addTask {
                        _ = try await store.file(try Fixtures.submission(UInt64(number)))
                    }
                }
                try await group.waitForAll()
            }
            var seen: [CaseIdentifier] = []
            var position: UInt64 = 0
            let deadline = ContinuousClock.now + .seconds(60)
            while seen.count < count, ContinuousClock.now < deadline {
                let page = try await store.inbox(.platform("amazon"), after: position, limit: 17)
                for entry in page.entries {
                    try require(entry.position == position + 1, "no gap")
                    position = entry.position
                    seen.append(entry.caseFile.identifier)
                }
                try require(page.position == position, "the page's position")
                if page.entries.isEmpty {
                    _ = try await store.waitForInbox(
                        .platform("amazon"), after: position, until: deadline)
                }
            }
            try await writing
            try require(seen.count == count, "\(seen.count) of \(count)")
            try require(Set(seen).count == count, "each once")
        },
        ContractCheck("A page of an inbox says whether more is there") { store in
            for number in UInt64(1)...3 {
                _ = try await store.file(try Fixtures.submission(number))
            }
            let first = try await store.inbox(.platform("amazon"), after: 0, limit: 2)
            try require(first.more && first.position == 2, "more")
            let second = try await store.inbox(.platform("amazon"), after: 2, limit: 2)
            try require(!second.more && second.position == 3, "the end")
            let third = try await store.inbox(.platform("amazon"), after: 3, limit: 2)
            try require(third.entries.isEmpty && third.position == 3, "nothing")
        },
        ContractCheck("A waiter is woken by the commit it waits for, by none before it") { store in
            let deadline = ContinuousClock.now + .seconds(60)
            _ = try await store.file(try Fixtures.submission(1))
            let there = try await store.waitForInbox(
                .platform("amazon"), after: 0, until: deadline)
            try require(there, "what is there already wakes at once")
            async let woken = store.waitForInbox(.platform("amazon"), after: 1, until: deadline)
            _ = try await store.file(try Fixtures.submission(2, platform: "wish"))
            _ = try await store.file(try Fixtures.submission(3))
            try require(try await woken, "woken")
            try require(ContinuousClock.now < deadline, "in time")
        },
        ContractCheck("A wait ends at its deadline, and when its task is cancelled") { store in
            let soon = ContinuousClock.now + .milliseconds(20)
            let timely = try await store.waitForInbox(.platform("amazon"), after: 0, until: soon)
            try require(!timely, "nothing came")
            let past = try await store.waitForInbox(
                .platform("amazon"), after: 0, until: .now - .seconds(1))
            try require(!past, "the deadline had passed")
            let waiting = Task {
                try await store.waitForInbox(
                    .platform("amazon"), after: 0, until: .now + .seconds(60))
            }
            waiting.cancel()
            try require(try await !waiting.value, "cancelled")
        },
        ContractCheck("A thousand waiters are woken by one commit") { store in
            let deadline = ContinuousClock.now + .seconds(60)
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<1_000 {
                    group.addTask {
                        try await store.waitForInbox(
                            .platform("amazon"), after: 0, until: deadline)
                    }
                }
                _ = try await store.file(try Fixtures.submission(1))
                for try await woken in group { try require(woken, "woken") }
            }
        },
    ]
}
