// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("Cases that hide nothing")
struct PlainViewTests {
    /// A case with some of the maximal case's fields, and the others as in a fresh case.
    private static func someOf(
        _ whole: CaseFile, _ generator: inout SeededGenerator
    ) -> CaseFile {
        func flip() -> Bool { Bool.random(using: &generator) }
        let agreement = Agreement(
            text: "§agreement§", proposedAt: MaximalCase.after,
            acceptedBy: Set(PartySide.allCases.filter { _ in flip() }),
            declinedBy: flip() ? .platform : nil)
        var mediation = MaximalCase.mediation(agreement: agreement)
        mediation = Mediation(
            startedAt: MaximalCase.after, mediator: mediation.mediator,
            recused: flip() ? mediation.recused : [],
            notes: mediation.notes.filter { _ in flip() },
            agreement: flip() ? agreement : nil, outcome: mediation.outcome)
        let states: [CaseState] = [.transmitted, .inMediation, .answered, .inadmissible]
        return CaseFile(
            identifier: whole.identifier, publicNumber: whole.publicNumber, version: 9,
            state: states.randomElement(using: &generator) ?? .answered,
            stateSince: MaximalCase.after, submitter: whole.submitter,
            draft: SharedDraft(Samples.draft()),
            addressee: MaximalCase.platform, disclosure: flip() ? .identified : .pseudonym,
            terms: whole.terms, deadlines: [], transmittedAt: flip() ? MaximalCase.after : nil,
            platformContact: whole.platformContact,
            responses: flip() ? Array(whole.responses.suffix(1)) : [],
            verdicts: Array(whole.verdicts.suffix(1)),
            exchanges: Array(whole.exchanges.suffix(4)).filter { _ in flip() },
            mediation: flip() ? mediation : nil,
            inadmissibility: flip() ? whole.inadmissibility : nil,
            flags: flip() ? whole.flags : [], missed: flip() ? [.answer] : [.answer, .route],
            readdressings: flip() ? [] : whole.readdressings,
            legalHold: flip() ? "" : whole.legalHold,
            stateReason: flip() ? "" : whole.stateReason, createdAt: whole.createdAt,
            updatedAt: whole.updatedAt)
    }

    @Test("A case is noted as plain for somebody only if its view is the case itself")
    func plain() throws {
        var generator = SeededGenerator(seed: 2018)
        let whole = try MaximalCase.caseFile(.identified)
        var counts: [PlainViews: Int] = [:]
        for _ in 0..<20_000 {
            let caseFile = Self.someOf(whole, &generator)
            let plain = caseFile.plainViews
            counts[plain, default: 0] += 1
            if plain.contains(.complainant) {
                #expect(caseFile.view(for: .complainant) == caseFile)
            }
            if plain.contains(.platform) {
                #expect(caseFile.view(for: .platform(MaximalCase.platform)) == caseFile)
            }
        }
        #expect(counts.count == 4, "all combinations occur: \(counts)")
    }
}
