// SPDX-License-Identifier: EUPL-1.2

import RecoursClient

/// Files an association's cases and deals with the answers.
public struct Filer: Sendable {
    /// A case that was filed, or why it was not.
    public enum Outcome: Sendable {
        case filed(number: String, again: Bool)
        case refused([FieldViolation])
    }

    private let client: RecoursClient

    /// A filer that works through this client.
    public init(client: RecoursClient) {
        self.client = client
    }

    /// Files all drafts over one stream and tells each outcome as it comes.
    ///
    /// The members' own references make a second run harmless: a case that is there already is the
    /// same case, not another one.
    public func file(
        _ drafts: [CaseDraft], _ tell: (CaseDraft, Outcome) -> Void
    ) async throws(RecoursError) {
        for try await result in client.cases.submitAll(drafts) {
            let draft = drafts[result.place]
            switch result.outcome {
            case .success(let receipt):
                tell(draft, .filed(number: receipt.publicNumber, again: receipt.alreadyFiled))
            case .failure(let error) where !error.violations.isEmpty:
                tell(draft, .refused(error.violations))
            case .failure(let error): throw error
            }
        }
    }

    /// Judges every answer that waits for it: a remedy or an explanation is accepted, a decision
    /// that is merely upheld goes to the mediator. Returns how many of each.
    public func judgeAnswers() async throws(RecoursError) -> (accepted: Int, refused: Int) {
        var tally = (accepted: 0, refused: 0)
        for try await one in client.cases.list(CaseFilter(states: [.answered])) {
            if one.responses.last?.type == .decisionUpheld {
                _ = try await client.cases.refuse(
                    id: one.id, reason: "La clause reste contestée ; nous demandons la médiation.",
                    expectedVersion: one.version)
                tally.refused += 1
            } else {
                _ = try await client.cases.accept(id: one.id, expectedVersion: one.version)
                tally.accepted += 1
            }
        }
        return tally
    }
}
