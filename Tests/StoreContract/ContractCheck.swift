// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursStore

/// One promise of a store, checked on a fresh store over any back end.
package struct ContractCheck: Sendable, CustomStringConvertible {
    /// A sentence of behaviour.
    package let description: String
    private let body: @Sendable (CaseStore) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (CaseStore) async throws -> Void) {
        self.description = description
        self.body = body
    }

    /// The whole contract.
    package static let all =
        submissions + changes + reads + lists + inboxes + registry + alarms + concurrency
        + campaigns + profiles + commitments + aggregates + retaliation + figures + evidence
        + trees + mediation + erasure + erasedWords + quotas + works + claims + listings
        + claimFigures

    /// The part of it that leaves something in every table.
    package static let ofTables =
        campaigns + profiles + commitments + aggregates + evidence + mediation + erasedWords
        + quotas

    /// The part of it that reads lists.
    package static let ofLists =
        reads + lists + inboxes + campaigns + commitments + mediation
        + listings + claimFigures

    /// Runs the check on a store with the fixtures' partners and mandates.
    package func run(on backend: any StoreBackend) async throws {
        let store = try CaseStore(backend: backend, codec: RegistryCodec()) { _ in }
        defer { store.close() }
        try await store.registerFixtures()
        try await body(store)
    }
}

/// What a check expected and did not find.
package struct ContractBreach: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

/// Throws a breach unless the condition holds. The suite is no test target, so it has no `#expect`.
func require(
    _ condition: Bool, _ what: String, line: Int = #line, file: String = #fileID
) throws {
    if !condition { throw ContractBreach("\(what) (\(file):\(line))") }
}

extension CaseStore {
    /// Registers the fixtures' partners, and a mandate for the first firm.
    package func registerFixtures() async throws {
        let partners = [
            Fixtures.association, Fixtures.otherAssociation, Fixtures.business, Fixtures.amazon,
            Fixtures.wish, Fixtures.mediator,
        ]
        for reference in partners {
            let siren = reference.kind == .business ? Fixtures.otherSiren : ""
            let outcome = await execute(
                .putPartner(reference, name: reference.slug, siren: siren, at: Fixtures.now))
            guard case .partner = outcome else { throw ContractBreach("\(outcome)") }
        }
        let mandates = [Fixtures.association, Fixtures.otherAssociation].map {
            Mandate(
                association: $0.slug, siren: Fixtures.siren, from: Fixtures.today,
                until: nil, documentSHA256: [])
        }
        guard case .mandates(added: 2, updated: 0) = await execute(.putMandates(mandates)) else {
            throw ContractBreach("The mandates were not taken")
        }
    }

    /// Files a case and returns its receipt; anything else is a breach.
    package func file(
        _ submission: Submission, line: Int = #line
    ) async throws -> CaseReceipt {
        try applied(await execute(.submit(submission)), line: line)
    }
}

/// The receipt of an order that must have been applied.
package func applied(_ outcome: CaseOutcome, line: Int = #line) throws -> CaseReceipt {
    guard case .applied(let receipt) = outcome else {
        throw ContractBreach("Expected applied, got \(outcome) (line \(line))")
    }
    return receipt
}

/// The receipt of an order that must have been recognised.
package func replayed(_ outcome: CaseOutcome, line: Int = #line) throws -> CaseReceipt {
    guard case .replayed(let receipt) = outcome else {
        throw ContractBreach("Expected replayed, got \(outcome) (line \(line))")
    }
    return receipt
}
