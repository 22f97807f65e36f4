// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// What is kept of a case outside of it goes with its erasure.
extension ContractCheck {
    private static func erasure(
        of identifier: CaseIdentifier, minutesLater: Int64 = 10
    ) -> CaseOrder {
        .change(
            CaseChange(
                identifier: identifier, actor: .system, key: nil,
                command: .act(.erase(reason: "asked for")),
                at: Instant(
                    millisecondsSince1970: Fixtures.now.millisecondsSince1970
                        + minutesLater * 60_000)))
    }

    private static func note(_ identifier: CaseIdentifier, in store: CaseStore) async throws {
        let outcome = await store.execute(
            .noteIdentityRead(
                identifier, mediator: Fixtures.mediator.slug, reason: "Appel de Mme Martin",
                at: Fixtures.now))
        guard case .noted = outcome else { throw ContractBreach("\(outcome)") }
    }

    static let erasedWords = [
        ContractCheck("That an identity was read stays on record, and why does not") { store in
            let case1 = try await store.fileAndWithdraw(try Fixtures.submission(1)).identifier
            let other = try await store.fileAndWithdraw(try Fixtures.submission(2)).identifier
            for identifier in [case1, other] { try await note(identifier, in: store) }
            try await store.erase(case1)
            // Whoever looks once more has nothing to give a reason for.
            try await note(case1, in: store)
            let reads = try await store.identityReads(nil, case1, below: nil, limit: 9)
            try require(reads?.map(\.reason) == ["", ""], "\(reads ?? [])")
            try require(reads?.last?.mediator == Fixtures.mediator.slug, "who and when")
            let others = try await store.identityReads(nil, other, below: nil, limit: 9)
            try require(others?.map(\.reason) == ["Appel de Mme Martin"], "another case's")
        },
        ContractCheck("A promise keeps its day and its end, and loses its words") { store in
            let identifier = try await promised(1, in: store)
            _ = try await promised(2, in: store)
            try await accept(identifier, in: store)
            let version = try await store.caseFile(.mediator, .identifier(identifier))?.version
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        identifier, by: Fixtures.association,
                        .giveVerdict(accepted: true, reason: "", expectedVersion: version),
                        minutesLater: 3)))
            let before = try await listed(in: store)
            _ = try applied(await store.execute(erasure(of: identifier)))
            let after = try await listed(in: store)
            try require(after.count == 2 && after[0] == before[0], "another case's stays")
            try require(after[1].text.isEmpty, after[1].text)
            try require(after[1].dueOn == before[1].dueOn, "its day")
            try require(after[1].history == before[1].history, "what became of it")
        },
        ContractCheck("A draft can be erased, and nothing of it is left") { store in
            let draft = try Fixtures.draft("REF-1").draft
            let identifier = CaseIdentifier(at: Fixtures.now, randomHigh: 1, randomLow: 1)
            let submission = Submission(
                submitter: Fixtures.association, key: Fixtures.key(1), identifier: identifier,
                content: .saved(draft), at: Fixtures.now, today: Fixtures.today)
            _ = try applied(await store.execute(.submit(submission)))
            let seen = try await store.caseFile(.mediator, .identifier(identifier))
            try require(seen == nil, "a draft is its owner's")
            var renamed = draft
            renamed.externalReference = "REF-2"
            let other = try await store.file(try Fixtures.submission(2))
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        identifier, by: Fixtures.association, .act(.changeDraft(renamed)))))
            let found = try await store.caseFile(.retention, .identifier(identifier))
            try require(found?.state == .draft, "but for erasing")
            _ = try applied(await store.execute(erasure(of: identifier)))
            let history = try await store.history(.retention, .identifier(identifier))
            try require(history?.caseFile.state == .erased, "erased")
            try require(history?.events.first?.bytes.isEmpty == true, "its words")
            let named = try await store.caseFile(
                .submitter(Fixtures.association), .externalReference("REF-1"))
            try require(named == nil, "its first name")
            let second = try await store.caseFile(
                .submitter(Fixtures.association), .externalReference("REF-2"))
            try require(second?.identifier == other.identifier, "another case keeps its own")
        },
    ]
}
