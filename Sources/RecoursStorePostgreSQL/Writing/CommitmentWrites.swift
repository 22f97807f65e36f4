// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// The rows of commitments, and each step that is not stored yet.
extension WriteSet {
    private static let commitmentInsert = PGInsert(
        "commitment",
        [
            "number": .int8, "id": .bytea, "platform": .text, "text": .text, "case_row": .int8,
            "case_id": .uuid, "case_number": .int8, "campaign": .uuid, "category": .int8,
            "due_on": .int8, "state": .int8, "key": .bytea, "fingerprint": .bytea,
            "claim": .uuid, "listing": .uuid,
        ], "ON CONFLICT (number) DO UPDATE SET state = excluded.state")

    private static let stepInsert = PGInsert(
        "commitment_change",
        [
            "commitment": .int8, "step": .int8, "at": .int8, "actor_kind": .int8, "state": .int8,
            "actor": .text, "reason": .text,
        ])

    func appendCommitments(to requests: inout [PGRequest]) {
        if commitments.isEmpty { return }
        let records = commitments.values.sorted { $0.number < $1.number }
        let scopes = records.map { ScopeColumns($0.commitment.scope) }
        requests.append(
            Self.commitmentInsert([
                .integers(records.map { Int64(bitPattern: $0.number) }),
                .blobs(records.map(\.commitment.identifier)),
                .texts(records.map(\.commitment.platformSlug)),
                .texts(records.map(\.commitment.text)),
                .integers(records.map { $0.caseRow.map { Int64(bitPattern: $0) } }),
                .identifiers(scopes.map(\.caseIdentifier)), .integers(scopes.map(\.caseNumber)),
                .identifiers(scopes.map(\.campaign)), .integers(scopes.map(\.category)),
                .integers(records.map { Int64($0.commitment.dueOn.dayNumber) }),
                .integers(records.map { Int64($0.commitment.state.rawValue) }),
                .blobs(records.map { $0.origin?.key }),
                .blobs(records.map { $0.origin?.fingerprint }),
                .identifiers(scopes.map(\.claim)), .identifiers(scopes.map(\.listing)),
            ]))
        let steps = records.flatMap { record in
            record.commitment.history.enumerated().dropFirst(record.storedSteps).map {
                (number: record.number, place: $0.offset, step: $0.element)
            }
        }
        if steps.isEmpty { return }
        requests.append(
            Self.stepInsert([
                .integers(steps.map { Int64(bitPattern: $0.number) }),
                .integers(steps.map { Int64($0.place) }),
                .integers(steps.map(\.step.at.millisecondsSince1970)),
                .integers(steps.map { Int64($0.step.actor.partner?.kind.rawValue ?? 0) }),
                .integers(steps.map { Int64($0.step.state.rawValue) }),
                .texts(steps.map { $0.step.actor.partner?.slug ?? "" }),
                .texts(steps.map(\.step.reason)),
            ]))
    }
}

/// A commitment's case, campaign, category or claim.
private struct ScopeColumns {
    var caseIdentifier: CaseIdentifier?
    var caseNumber: Int64?
    var campaign: CaseIdentifier?
    var category: Int64?
    var claim: CaseIdentifier?
    var listing: CaseIdentifier?

    init(_ scope: CommitmentScope) {
        switch scope {
        case .caseFile(let identifier, let number):
            caseIdentifier = identifier
            caseNumber = Int64(bitPattern: number.value)
        case .campaign(let identifier): campaign = identifier.column
        case .category(let category): self.category = Int64(category.rawValue)
        case .claim(let claim, let listing):
            self.claim = claim.value
            self.listing = listing.value
        }
    }
}

extension Actor {
    /// Nil for the system itself.
    fileprivate var partner: PartnerReference? {
        if case .partner(let reference) = self { reference } else { nil }
    }
}
