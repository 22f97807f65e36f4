// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import Testing

@Suite("Views of events")
struct EventViewTests {
    private struct Happening {
        let kind: CaseEvent.Kind
        var actor: Actor = .system
        var at = MaximalCase.after
    }

    private static func note(_ side: PartySide, byMediator: Bool, _ name: String) -> CaseEvent.Kind
    {
        .confidentialNote(
            ConfidentialNote(
                side: side, writing: Writing("§\(name)§"), isByMediator: byMediator,
                at: MaximalCase.after))
    }

    /// One event a row of the table, with the row's canary in every text it has.
    private static func happening(_ row: ViewTable.Row) throws -> Happening? {
        let text = row.canary
        let writing = Writing(text)
        let verdict = Verdict(accepted: true, reason: text, givenAt: MaximalCase.after)
        var draft = CaseDraft(platformSlug: MaximalCase.former, title: text)
        draft.externalReference = "§external reference§"
        let formerAnswer = MaximalCase.response(
            text, by: MaximalCase.former, statement: text, at: MaximalCase.before)
        switch row.datum {
        case "submitted":
            return Happening(
                kind: .submitted(SharedDraft(draft), terms: nil), actor: .partner(MaximalCase.firm),
                at: MaximalCase.before)
        case "draftSaved":
            return Happening(
                kind: .draftSaved(SharedDraft(draft)), actor: .partner(MaximalCase.firm))
        case "transmitted": return Happening(kind: .transmitted)
        case "routedOutOfScope": return Happening(kind: .routedOutOfScope(reason: text))
        case "routedToMediation": return Happening(kind: .routedToMediation(reason: text))
        case "acknowledged": return Happening(kind: .acknowledged(Contact(name: text)))
        case "responded":
            return Happening(
                kind: .responded(
                    MaximalCase.response(
                        text, by: MaximalCase.platform, statement: text, at: MaximalCase.after)),
                actor: .partner(MaximalCase.addressee))
        case "answerAccepted": return Happening(kind: .answerAccepted(verdict))
        case "answerRefused": return Happening(kind: .answerRefused(verdict))
        case "withdrawn": return Happening(kind: .withdrawn(reason: text))
        case "restored": return Happening(kind: .restored(reason: text))
        case "declaredInadmissible":
            return Happening(
                kind: .declaredInadmissible(Inadmissibility(reason: .abusive, text: text)))
        case "inadmissibilityContested": return Happening(kind: .inadmissibilityContested(writing))
        case "readmitted": return Happening(kind: .readmitted(reason: text))
        case "merged":
            return try Happening(
                kind: .merged(
                    MergeTarget(
                        identifier: CaseIdentifier(high: 3, low: 4),
                        publicNumber: #require(PublicNumber(42)), reason: text)))
        case "split": return Happening(kind: .split(reason: text))
        case "readdressed":
            return Happening(
                kind: .readdressed(
                    Readdressing(
                        fromPlatform: "a", toPlatform: "b", reason: text, at: MaximalCase.changed)),
                at: MaximalCase.changed)
        case "answer of the former platform":
            return Happening(
                kind: .responded(formerAnswer), actor: .partner(MaximalCase.formerPlatform),
                at: MaximalCase.before)
        case "message to the former platform":
            return Happening(
                kind: .messagePosted(writing), actor: .partner(MaximalCase.firm),
                at: MaximalCase.before)
        default: return timed(row) ?? mediated(row)
        }
    }

    private static func timed(_ row: ViewTable.Row) -> Happening? {
        switch row.datum {
        case "reminded of the platform's clock": Happening(kind: .reminded(.answer, .half))
        case "reminded of the firm's clock": Happening(kind: .reminded(.verdict, .half))
        case "reminded of the mediator's clock":
            Happening(kind: .reminded(.mediatorFirstWord, .half))
        case "missed by the platform": Happening(kind: .deadlineMissed(.answer))
        case "missed by the firm": Happening(kind: .deadlineMissed(.verdict))
        case "missed by the mediator": Happening(kind: .deadlineMissed(.mediationEnd))
        default: nil
        }
    }

    private static func mediated(_ row: ViewTable.Row) -> Happening? {
        let text = row.canary
        let writing = Writing(text)
        let kind: CaseEvent.Kind? =
            switch row.datum {
            case "informationRequested": .informationRequested(writing)
            case "informationProvided": .informationProvided(writing)
            case "messagePosted": .messagePosted(writing)
            case "takenOver": .takenOver(reason: text)
            case "reopened": .reopened(writing)
            case "remedyProved": .remedyProved(writing)
            case "mediatorAssigned": .mediatorAssigned
            case "mediatorRecused": .mediatorRecused(reason: text)
            case "mediatorStatement": .mediatorStatement(writing)
            case "mediationExtended": .mediationExtended(reason: text)
            case "note by the firm": note(.complainant, byMediator: false, row.datum)
            case "note by the platform": note(.platform, byMediator: false, row.datum)
            case "note to the firm": note(.complainant, byMediator: true, row.datum)
            case "note to the platform": note(.platform, byMediator: true, row.datum)
            case "agreementProposed": .agreementProposed(text: text)
            case "accepted by the firm": .agreementAccepted(.complainant)
            case "accepted by the platform": .agreementAccepted(.platform)
            case "declined by the firm": .agreementDeclined(.complainant, reason: text)
            case "declined by the platform": .agreementDeclined(.platform, reason: text)
            case "mediationClosed":
                .mediationClosed(MediationOutcome(result: .noAgreement, reasons: text))
            case "disclosureRaised": .disclosureRaised(.identified)
            case "flagged": .flagged(CaseFlag(kind: .retaliation, linkedCases: []))
            case "legalHoldSet": .legalHoldSet(reason: text)
            case "legalHoldLifted": .legalHoldLifted(reason: text)
            case "erased": .erased(reason: text)
            default: nil
            }
        return kind.map { Happening(kind: $0) }
    }

    private static func event(_ happening: Happening) -> CaseEvent {
        CaseEvent(
            sequence: 7, at: happening.at, actor: happening.actor, kind: happening.kind,
            stateBefore: .inMediation, stateAfter: .inMediation)
    }

    @Test("The table has a row for every kind of event")
    func everyKind() throws {
        let numbers = try ViewTable.events.map { row in
            try #require(try Self.happening(row), "\(row.datum)").kind.number
        }
        #expect(Set(numbers) == Set(1...39))
    }

    @Test("Each role sees exactly its rows of the table", arguments: ViewTable.Role.allCases)
    func matrix(role: ViewTable.Role) throws {
        let caseFile = try MaximalCase.caseFile(ViewTests.disclosure(role))
        for row in ViewTable.events {
            let happening = try #require(try Self.happening(row))
            let event = Self.event(happening)
            let view = event.view(for: ViewTests.viewer(role), of: caseFile)
            // A platform learns that a case was erased, and not why.
            let seen =
                row.datum == "erased"
                ? view.map { ViewTests.texts(in: $0).contains(row.canary) } == true : view != nil
            #expect(seen == row.seers.contains(role), "\(role) and \(row.datum)")
            let texts = Set(view.map { ViewTests.texts(in: $0) } ?? [])
            let knows: Set<ViewTable.Role> = [.complainant, .identified, .mediatorWithIdentity]
            if !knows.contains(role) {
                #expect(!texts.contains("§external reference§"), "\(role) and \(row.datum)")
                #expect(!texts.contains("§firm's slug§"), "\(role) and \(row.datum)")
            }
            if ViewTests.viewer(role) == .platform(MaximalCase.platform) {
                #expect(!texts.contains(MaximalCase.former), "\(role) and \(row.datum)")
            }
        }
    }

    @Test("An acceptance is shown to the other side once both have accepted")
    func acceptances() throws {
        let agreement = Agreement(
            text: "§agreement§", proposedAt: MaximalCase.after,
            acceptedBy: Set(PartySide.allCases))
        let reached = try MaximalCase.caseFile(
            .identified, mediation: MaximalCase.mediation(agreement: agreement))
        let event = Self.event(Happening(kind: .agreementAccepted(.platform)))
        #expect(event.view(for: .complainant, of: reached) == event)
        let earlier = Self.event(
            Happening(kind: .agreementAccepted(.platform), at: MaximalCase.before))
        #expect(earlier.view(for: .complainant, of: reached) == nil)
    }
}
