// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursStore

extension ContractCheck {
    static let erasure = [
        ContractCheck("Erasing destroys events and salts, and leaves chain and tree as they were") {
            store in
            let submission = try Fixtures.submission(1)
            let receipt = try await store.fileAndWithdraw(submission)
            let before = try await store.leaves(of: Fixtures.association)
            let facts = Array("Toutes nos annonces ont disparu".utf8)
            try await store.erase(receipt.identifier)
            let history = try await store.history(.mediator, .identifier(receipt.identifier))
            try require(history?.caseFile.state == .erased, "erased")
            let events = history?.events ?? []
            try require(events.map(\.sequence) == [1, 2, 3, 4], "events")
            try require(events.dropLast().allSatisfy { $0.bytes.isEmpty }, "bytes are gone")
            try require(events.last?.bytes.isEmpty == false, "the erasure itself is told")
            try require(events.map(\.stateAfter).prefix(1) == [.submitted], "states stay")
            try require(history?.caseFile.snapshot.firstRange(of: facts) == nil, "snapshot")
            let after = try await store.leaves(of: Fixtures.association)
            try require(Array(after.prefix(before.count)) == before, "leaves stay")
            try require(after.count == before.count + 1, "the erasure is recorded")
            try require(try await store.verifyChains().damagedCount == 0, "whole")
        },
        ContractCheck("An erased event keeps its place and its hash, and loses its salt") { store in
            let receipt = try await store.fileAndWithdraw(try Fixtures.submission(1))
            func recorded() async throws -> RecordedEvent? {
                try await store.recordedEvent(
                    .submitter(Fixtures.association), .identifier(receipt.identifier),
                    sequence: 1, by: Fixtures.association
                ) { event, _ in event }
            }
            let before = try await recorded()
            try await store.erase(receipt.identifier)
            let after = try await recorded()
            try require(after?.leaf == before?.leaf && after?.index == before?.index, "hash")
            try require(before?.salt.count == 32 && after?.salt.isEmpty == true, "salt")
            try require(after?.previousLink == before?.previousLink, "link")
        },
        ContractCheck("Nothing finds an erased case by what somebody called it or wrote in it") {
            store in
            let submission = try Fixtures.submission(1)
            let receipt = try await store.fileAndWithdraw(submission)
            try await store.erase(receipt.identifier)
            let scope = CaseScope.submitter(Fixtures.association)
            try require(
                try await store.caseFile(scope, .externalReference("REF-1")) == nil, "reference")
            var filter = CaseFilter()
            filter.siren = Fixtures.siren
            let listed = try await store.cases(.mediator, filter, after: nil, limit: 10)
            try require(listed.cases.isEmpty, "siren")
            // The key is spent: the same command is known again, another is not taken for it.
            let again = try replayed(await store.execute(.submit(submission)))
            try require(again.identifier == receipt.identifier, "key")
            let other = try Fixtures.submission(1, key: Fixtures.key(1, content: 9))
            guard case .conflict(let conflict) = await store.execute(.submit(other)) else {
                throw ContractBreach("another content passed for the erased one")
            }
            try require(conflict.earlier == receipt.identifier, "the case of the key")
        },
        ContractCheck("A case filed and erased in one batch leaves nothing behind") { store in
            let submission = try Fixtures.submission(1)
            let outcomes = await store.executeInOrder([
                .submit(submission),
                Fixtures.change(
                    submission.identifier, by: Fixtures.association, .withdraw(reason: "")),
                .change(
                    CaseChange(
                        identifier: submission.identifier, actor: .system, key: nil,
                        command: .act(.erase(reason: "asked for")), at: Fixtures.later)),
            ])
            for outcome in outcomes { _ = try applied(outcome) }
            let history = try await store.history(.mediator, .identifier(submission.identifier))
            let kept = history?.events.filter { !$0.bytes.isEmpty } ?? []
            try require(kept.map(\.sequence) == [4], "only the erasure")
            try require(try await store.verifyChains().damagedCount == 0, "whole")
            _ = try replayed(await store.execute(.submit(submission)))
            let other = try Fixtures.submission(1, key: Fixtures.key(1, content: 9))
            guard case .conflict = await store.execute(.submit(other)) else {
                throw ContractBreach("another content passed for the erased one")
            }
        },
        ContractCheck("Retention finds what was closed long ago, and what is held") { store in
            _ = try await store.file(try Fixtures.submission(1))
            let closed = try await store.fileAndWithdraw(try Fixtures.submission(2))
            let held = try await store.fileAndWithdraw(try Fixtures.submission(3))
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        held.identifier, by: Fixtures.mediator,
                        .act(.setLegalHold(reason: "a court asks for it")), minutesLater: 3)))
            func found(_ days: Int64) async throws -> RetentionSlice {
                try await store.retentionSlice(
                    from: 1,
                    asOf: Instant(
                        millisecondsSince1970: Fixtures.now.millisecondsSince1970
                            + days * 86_400_000))
            }
            let early = try await found(700)
            try require(early.due.isEmpty && early.held.isEmpty, "not yet")
            let late = try await found(740)
            try require(late.due.map(\.identifier) == [closed.identifier], "due")
            try require(late.due.map(\.reason) == [.closed], "reason")
            try require(late.held == [.closed: 1] && late.next == nil, "held")
            guard
                case .refused = await store.execute(
                    .change(
                        CaseChange(
                            identifier: held.identifier, actor: .system, key: nil,
                            command: .act(.erase(reason: "too old")), at: Fixtures.later)))
            else { throw ContractBreach("a held case was erased") }
        },
    ]
}

extension Fixtures {
    /// Ten minutes after `now`.
    package static let later = Instant(
        millisecondsSince1970: now.millisecondsSince1970 + 600_000)
}

extension CaseStore {
    /// Files a case and withdraws it: three events.
    package func fileAndWithdraw(_ submission: Submission) async throws -> CaseReceipt {
        let receipt = try await file(submission)
        _ = try applied(
            await execute(
                Fixtures.change(
                    receipt.identifier, by: submission.submitter, .withdraw(reason: ""),
                    minutesLater: 2)))
        return receipt
    }

    /// Erases a closed case.
    package func erase(_ identifier: CaseIdentifier) async throws {
        let order = CaseOrder.change(
            CaseChange(
                identifier: identifier, actor: .system, key: nil,
                command: .act(.erase(reason: "asked for")), at: Fixtures.later))
        _ = try applied(await execute(order))
    }
}
