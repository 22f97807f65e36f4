// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    /// Six firms, by valid numbers.
    private static let firms = [
        "732829320", "404833048", "552100554", "542065479", "552032534", "542051180",
    ]

    /// A case of one of the firms, to be shown only among others.
    private static func hidden(
        _ number: UInt64, firm: Int, category: CaseCategory = .noHumanContact
    ) throws -> Submission {
        try Fixtures.submission(number, siren: firms[firm]) {
            $0.disclosure = .aggregate
            $0.category = category
        }
    }

    private static func mandateAll(in store: CaseStore) async throws {
        let mandates = firms.map {
            Mandate(
                association: Fixtures.association.slug, siren: $0, from: Fixtures.today,
                until: nil, documentSHA256: [])
        }
        guard case .mandates = await store.execute(.putMandates(mandates)) else {
            throw ContractBreach("no mandates")
        }
    }

    private static func shown(in store: CaseStore) async throws -> Int {
        try await store.cases(
            .platform("amazon"), CaseFilter(), after: nil, limit: 100
        ).cases.count
    }

    static let aggregates = [
        ContractCheck("Cases are held until five firms have filed the same") { store in
            try await mandateAll(in: store)
            // The first firm files twice, another files about another matter.
            _ = try await store.file(hidden(1, firm: 0))
            _ = try await store.file(hidden(2, firm: 0))
            _ = try await store.file(hidden(3, firm: 5, category: .ranking))
            for firm in 1...3 { _ = try await store.file(hidden(UInt64(10 + firm), firm: firm)) }
            try require(try await shown(in: store) == 0, "four firms hide nobody")
            let last = try await store.file(hidden(20, firm: 4))
            try require(try await shown(in: store) == 6, "all of the matter, and no other")
            let file = try await store.history(
                .platform("amazon"), .identifier(last.identifier))
            try require(file?.caseFile.state == .transmitted, "the fifth too")
            let inbox = try await store.inbox(.platform("amazon"), after: 0, limit: 100)
            try require(inbox.entries.count == 6, "and the platform hears of each once")
            _ = try await store.file(hidden(21, firm: 5))
            try require(try await shown(in: store) == 7, "a sixth is shown at once")
        },
        ContractCheck("A case withdrawn before it was shown hides nobody") { store in
            try await mandateAll(in: store)
            var identifiers: [CaseIdentifier] = []
            for firm in 0...3 {
                identifiers.append(
                    try await store.file(hidden(UInt64(firm + 1), firm: firm)).identifier)
            }
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        identifiers[0], by: Fixtures.association, .withdraw(reason: ""))))
            _ = try await store.file(hidden(9, firm: 4))
            try require(try await shown(in: store) == 0, "four are left")
            _ = try await store.file(hidden(10, firm: 5))
            try require(try await shown(in: store) == 5, "five, without the one withdrawn")
        },
        ContractCheck("A firm whose cases were erased is counted in its group no more") { store in
            try await mandateAll(in: store)
            var identifiers: [CaseIdentifier] = []
            for firm in 0...4 {
                identifiers.append(
                    try await store.file(hidden(UInt64(firm + 1), firm: firm)).identifier)
            }
            try require(try await shown(in: store) == 5, "five firms")
            for identifier in identifiers.prefix(2) {
                _ = try applied(
                    await store.execute(
                        Fixtures.change(
                            identifier, by: Fixtures.association, .withdraw(reason: ""),
                            minutesLater: 2)))
            }
            try await store.erase(identifiers[0])
            _ = try await store.file(hidden(8, firm: 4))
            try require(try await shown(in: store) == 5, "four are left, who hide nobody anew")
            try await store.erase(identifiers[1])
            _ = try await store.file(hidden(9, firm: 5))
            try require(try await shown(in: store) == 5, "four again")
            _ = try await store.file(hidden(10, firm: 0))
            try require(try await shown(in: store) == 8, "and five again")
        },
        ContractCheck("A firm that shows itself is shown alone, and counts on") { store in
            try await mandateAll(in: store)
            let first = try await store.file(hidden(1, firm: 0)).identifier
            for firm in 1...3 { _ = try await store.file(hidden(UInt64(firm + 1), firm: firm)) }
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        first, by: Fixtures.association, .act(.raiseDisclosure(.identified)))))
            try require(try await shown(in: store) == 1, "alone")
            _ = try await store.file(hidden(9, firm: 4))
            try require(try await shown(in: store) == 5, "then all")
        },
        ContractCheck("What one command leaves waiting, the sweep shows, once") { store in
            try await mandateAll(in: store)
            for number in UInt64(1)...260 {
                _ = try await store.file(hidden(number, firm: Int(number % 4)))
            }
            _ = try await store.file(hidden(261, firm: 4))
            try require(try await allShown(in: store) == 256, "so many at once")
            let swept = [
                try await store.releaseAggregates(asOf: Fixtures.now),
                try await store.releaseAggregates(asOf: Fixtures.now),
            ]
            try require(swept == [5, 0], "\(swept)")
            try require(try await allShown(in: store) == 261, "all")
        },
    ]

    private static func allShown(in store: CaseStore) async throws -> Int {
        try await store.cases(
            .platform("amazon"), CaseFilter(), after: nil, limit: 1_000
        ).cases.count
    }

    static let retaliation = [
        ContractCheck("A sanction after a case against the same platform is linked to it") {
            store in
            _ = try await store.file(Fixtures.submission(1) { $0.category = .noHumanContact })
            let sanction = try await store.file(
                Fixtures.submission(2) { $0.incidentOn = Fixtures.today })
            let inbox = try await store.inbox(.mediator, after: 0, limit: 10)
            try require(
                inbox.entries.map(\.caseFile.identifier) == [sanction.identifier],
                "mediators hear of it")
            try require(inbox.entries.map(\.eventKind) == [36], "as of a flag")
        },
        ContractCheck("Others' cases, older sanctions and longer times are not linked") { store in
            _ = try await store.file(Fixtures.submission(1))
            _ = try await store.file(
                Fixtures.submission(2, platform: "wish") { $0.incidentOn = Fixtures.today })
            _ = try await store.file(Fixtures.submission(3))
            // Longer ago than is looked back at all.
            _ = try await store.file(
                Fixtures.submission(5) { $0.incidentOn = Fixtures.today.adding(days: -200) })
            var late = try Fixtures.submission(4) { $0.incidentOn = Fixtures.today }
            late.at = Instant(
                millisecondsSince1970: Fixtures.now.millisecondsSince1970 + 91 * 86_400_000)
            _ = try await store.file(late)
            let inbox = try await store.inbox(.mediator, after: 0, limit: 10)
            try require(inbox.entries.isEmpty, "\(inbox.entries.map(\.eventKind))")
        },
    ]
}
