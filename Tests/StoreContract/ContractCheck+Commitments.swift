// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    private static let dueOn = CalendarDate(iso: "2018-12-10") ?? .latest

    private static func commitment(_ byte: UInt8) -> (Commitment, CallOrigin) {
        let commitment = Commitment(
            identifier: [UInt8](repeating: byte, count: 16), platformSlug: "amazon",
            text: "Un interlocuteur nommé répond en deux jours.",
            scope: .category(.noHumanContact), dueOn: dueOn, by: .partner(Fixtures.amazon),
            at: Fixtures.now)
        let key = [UInt8](repeating: byte, count: 16)
        return (commitment, CallOrigin(key: key, fingerprint: key + key))
    }

    private static func make(_ byte: UInt8, in store: CaseStore) async throws -> Commitment {
        let (commitment, origin) = commitment(byte)
        let outcome = await store.execute(.commitment(.make(commitment, origin)))
        guard case .commitment(let record, _) = outcome else {
            throw ContractBreach("\(outcome)")
        }
        return record.commitment
    }

    static func listed(
        _ scope: CaseScope = .mediator, in store: CaseStore
    ) async throws -> [Commitment] {
        try await store.commitments(
            scope, platform: nil, state: nil, below: nil, limit: 100
        ).commitments
    }

    /// A case whose platform promises a remedy.
    static func promised(
        _ number: UInt64, in store: CaseStore
    ) async throws -> CaseIdentifier {
        let receipt = try await store.file(Fixtures.submission(number))
        var answer = Fixtures.answer
        answer.identifier = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 16)
        answer.type = .remedyPromised
        answer.dueOn = dueOn
        answer.remedies = [
            Remedy(kind: .fundsReleased, amount: Money(minorUnits: 120_050, currency: "EUR"))
        ]
        _ = try applied(
            await store.execute(
                Fixtures.change(receipt.identifier, by: Fixtures.amazon, .respond(answer))))
        return receipt.identifier
    }

    static func accept(
        _ identifier: CaseIdentifier, in store: CaseStore
    ) async throws {
        _ = try applied(
            await store.execute(
                Fixtures.change(
                    identifier, by: Fixtures.association,
                    .giveVerdict(accepted: true, reason: ""), minutesLater: 2)))
    }

    static let commitments = [
        ContractCheck("A commitment made twice with one key is one, and is kept whole") { store in
            let first = try await make(1, in: store)
            let again = try await make(1, in: store)
            try require(first == again, "the same")
            var (other, origin) = commitment(1)
            origin.fingerprint = [UInt8](repeating: 9, count: 32)
            let refused = await store.execute(.commitment(.make(other, origin)))
            guard case .refused(.keyUsedBefore) = refused else {
                throw ContractBreach("\(refused)")
            }
            (other, origin) = commitment(2)
            _ = await store.execute(.commitment(.make(other, origin)))
            try require(try await listed(in: store) == [other, first], "the newest first")
            try require(
                try await listed(.submitter(Fixtures.association), in: store).count == 2,
                "everybody's to see")
            try require(try await listed(.platform("wish"), in: store).isEmpty, "but a rival's")
        },
        ContractCheck("What is overdue is broken once, and a mediator may correct it") { store in
            let made = try await make(1, in: store)
            let onTime = Instant(
                millisecondsSince1970: Fixtures.now.millisecondsSince1970 + 10 * 86_400_000)
            let early = try await store.settleOverdueCommitments(asOf: onTime)
            try require(early == 0, "its last day is in time")
            let late = Instant(millisecondsSince1970: onTime.millisecondsSince1970 + 86_400_000)
            let counts = [
                try await store.settleOverdueCommitments(asOf: late),
                try await store.settleOverdueCommitments(asOf: late),
            ]
            try require(counts == [1, 0], "once")
            let broken = try await listed(in: store)
            try require(broken.map(\.state) == [.broken], "broken")
            try require(broken[0].history.last?.actor == .system, "by the clock")
            let settled = await store.execute(
                .commitment(
                    .settle(
                        identifier: made.identifier, .honoured, by: .partner(Fixtures.mediator),
                        at: late, reason: "Tenu le 9, constaté le 12.")))
            guard case .commitment(let record, _) = settled else {
                throw ContractBreach("\(settled)")
            }
            let states = record.commitment.history.map(\.state)
            try require(states == [.open, .broken, .honoured], "its whole history")
            try require(try await listed(in: store) == [record.commitment], "as it is kept")
        },
        ContractCheck("A promise is a commitment, honoured when its remedy is confirmed") { store in
            let identifier = try await promised(1, in: store)
            let open = try await listed(in: store)
            try require(open.map(\.state) == [.open], "made by the answer")
            try require(open[0].text == "FUNDS_RELEASED 1200.50 EUR", open[0].text)
            try await accept(identifier, in: store)
            let case1 = try await store.caseFile(.mediator, .identifier(identifier))
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        identifier, by: Fixtures.association,
                        .giveVerdict(
                            accepted: true, reason: "", expectedVersion: case1?.version),
                        minutesLater: 3)))
            let kept = try await listed(in: store)
            try require(kept.map(\.state) == [.honoured], "\(kept)")
            try require(
                try await listed(.submitter(Fixtures.otherAssociation), in: store).isEmpty,
                "a stranger's case is not seen through it")
            try require(
                try await listed(.platform("amazon"), in: store).count == 1, "its maker sees it")
        },
        ContractCheck("A promise is broken by its case's clock, and never by the sweep") { store in
            let identifier = try await promised(1, in: store)
            try await accept(identifier, in: store)
            let late = Instant(
                millisecondsSince1970: Fixtures.now.millisecondsSince1970 + 12 * 86_400_000)
            let swept = try await store.settleOverdueCommitments(asOf: late)
            try require(swept == 0, "its case is asked")
            let elapse = CaseChange(
                identifier: identifier, actor: .system, key: nil, command: .elapse, at: late)
            _ = try applied(await store.execute(.change(elapse)))
            let found = try await listed(in: store)
            try require(found.map(\.state) == [.broken], "\(found)")
            let refused = await store.execute(
                .commitment(
                    .settle(
                        identifier: found[0].identifier, .waived,
                        by: .partner(Fixtures.mediator), at: late, reason: "x")))
            guard case .refused(.invalid(let wrong)) = refused else {
                throw ContractBreach("\(refused)")
            }
            try require(wrong.map(\.code) == [.settledByItsCase], "by its case alone")
        },
        ContractCheck("A promise that is refused is asked for no more") { store in
            let identifier = try await promised(1, in: store)
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        identifier, by: Fixtures.association,
                        .giveVerdict(accepted: false, reason: "Trop tard."), minutesLater: 2)))
            try require(try await listed(in: store).map(\.state) == [.waived], "waived")
        },
    ]
}
