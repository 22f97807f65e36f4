// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursStore

extension ContractCheck {
    static let changes = [
        ContractCheck("A platform acknowledges and answers; each change raises the version") {
            store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let acknowledged = try applied(
                await store.execute(
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact))))
            try require(acknowledged.state == .acknowledged, "acknowledged")
            try require(acknowledged.version == 3, "version")
            let answered = try applied(
                await store.execute(
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.amazon, .respond(Fixtures.answer),
                        key: Fixtures.key(9))))
            try require(answered.state == .answered && answered.version == 4, "answered")
        },
        ContractCheck("An answer sent twice is one answer") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let order = Fixtures.change(
                receipt.identifier, by: Fixtures.amazon, .respond(Fixtures.answer),
                key: Fixtures.key(9))
            let first = try applied(await store.execute(order))
            let again = try replayed(await store.execute(order))
            try require(again.version == first.version && again.state == first.state, "same")
            let other = Fixtures.change(
                receipt.identifier, by: Fixtures.amazon, .respond(Fixtures.answer),
                key: Fixtures.key(9, content: 1))
            guard case .conflict = await store.execute(other) else {
                throw ContractBreach("other content under the same key")
            }
        },
        ContractCheck("A change that changes nothing says how the case stands") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let order = Fixtures.change(
                receipt.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact))
            let first = try applied(await store.execute(order))
            let again = try applied(await store.execute(order))
            try require(again.version == first.version, "no further event")
            try require(again.snapshot == first.snapshot, "no change")
        },
        ContractCheck("A stale version is refused with the present one") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let order = Fixtures.change(
                receipt.identifier, by: Fixtures.association,
                .withdraw(reason: "", expectedVersion: 1))
            guard case .refused(let refusal) = await store.execute(order) else {
                throw ContractBreach("not refused")
            }
            try require(
                refusal.code == .stateConflict(state: .transmitted, version: 2), "conflict")
        },
        ContractCheck("A case of others is not found, exactly as one that is not there") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let absent = CaseIdentifier(high: 1, low: 2)
            for (identifier, actor) in [
                (receipt.identifier, Fixtures.wish),
                (receipt.identifier, Fixtures.otherAssociation),
                (absent, Fixtures.association),
            ] {
                let outcome = await store.execute(
                    Fixtures.change(identifier, by: actor, .withdraw(reason: "")))
                guard case .refused(let refusal) = outcome else { throw ContractBreach("found") }
                try require(
                    refusal.code == .notFound || refusal.code == .notAllowed, "\(refusal.code)")
            }
        },
        ContractCheck("Commands of one batch see what those before them did") { store in
            let submission = try Fixtures.submission(1)
            let identifier = submission.identifier
            let outcomes = await store.executeInOrder([
                .submit(submission),
                Fixtures.change(identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact)),
                .submit(submission),
                Fixtures.change(
                    identifier, by: Fixtures.association, .withdraw(reason: ""),
                    minutesLater: 2),
                Fixtures.change(
                    identifier, by: Fixtures.amazon, .respond(Fixtures.answer), minutesLater: 3),
            ])
            _ = try applied(outcomes[0])
            try require(try applied(outcomes[1]).version == 3, "acknowledged")
            try require(try replayed(outcomes[2]).version == 2, "replayed in the batch")
            try require(try applied(outcomes[3]).state == .withdrawn, "withdrawn")
            guard case .refused(let refusal) = outcomes[4] else { throw ContractBreach("answered") }
            try require(
                refusal.code == .stateConflict(state: .withdrawn, version: 4), "conflict")
            let stored = try await store.history(.mediator, .identifier(identifier))
            try require(stored?.events.map(\.sequence) == [1, 2, 3, 4], "events")
        },
    ]
}

extension CaseStore {
    /// Queues the orders one after the other without waiting, so that they share batches.
    package func executeInOrder(_ orders: [CaseOrder]) async -> [CaseOutcome] {
        let (results, continuation) = AsyncStream.makeStream(of: (Int, CaseOutcome).self)
        for (index, order) in orders.enumerated() {
            enqueue(order) { continuation.yield((index, $0)) }
        }
        var outcomes: [(Int, CaseOutcome)] = []
        for await result in results {
            outcomes.append(result)
            if outcomes.count == orders.count { break }
        }
        return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
