// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursMessages
import Testing

@testable import recours

@Suite("A case is shown so that it can be read from top to bottom")
struct CasePageTests {
    static let now = NextStepTests.now

    private static var statement: RecoursMessages.StatementOfReasons {
        RecoursMessages.StatementOfReasons(
            account: .terminated, ground: .terms, legalOrTermsRef: "Conditions, article 7",
            facts: "Trois réclamations de clients en octobre.",
            explanation: "Le taux de réclamations dépasse celui des conditions.",
            automatedDecision: .partially, decidedOn: "2018-11-20", effectiveOn: "2018-11-30",
            redress: Redress(internalComplaint: "Formulaire", mediators: ["CMAP"]),
            noticeDays: 10)
    }

    static var message: Case {
        Case(
            id: [UInt8](repeating: 1, count: 16), publicNumber: "RC-1234-5678-90-3", version: 7,
            state: .inMediation, submitter: PartnerReference(kind: "association", slug: "ateliers"),
            draft: CaseDraft(
                complainant: Party(
                    legalName: "Bijoux de l’Atelier", siren: "732829320", size: .micro),
                platformID: "amazon", platformAccountRef: "A1B2C3", category: .fundsWithheld,
                title: "Compte résilié et fonds bloqués",
                facts: String(repeating: "Le compte a été résilié sans motif. ", count: 12),
                desiredRemedies: [.fundsReleased], incidentOn: "2018-11-20",
                listings: [Listing(state: .removed), Listing(state: .reported)],
                funds: FundsWithheld(
                    amount: Money(minorUnits: 123_456, currency: "EUR"), heldSince: "2018-11-20"),
                externalRef: "ADR-7\u{1B}[2J"),
            deadlines: [NextStepTests.clock(.mediationEnd, .mediator, days: 90)],
            responses: [
                PlatformResponse(
                    type: .decisionUpheld, text: "La décision est maintenue.",
                    statementOfReasons: statement,
                    givenAtMs: now.millisecondsSince1970, platformID: "amazon")
            ],
            createdAtMs: now.millisecondsSince1970, platformID: "amazon",
            mediation: Mediation(
                mediator: "m.durand",
                notes: [
                    ConfidentialNote(
                        side: .complainant, writing: Writing(text: "Un geste suffirait."))
                ],
                agreement: Agreement(text: "Versement sous huit jours.")),
            missedDeadlines: [.acknowledge])
    }

    static let events = [
        Event(
            sequence: 1, atMs: now.millisecondsSince1970,
            actor: PartnerReference(kind: "association", slug: "ateliers"), kind: .submitted),
        Event(
            sequence: 2, atMs: now.millisecondsSince1970, actor: PartnerReference(),
            kind: .deadlineMissed, payload: .deadline(DeadlineMark(kind: .acknowledge))),
        Event(
            sequence: 3, atMs: now.millisecondsSince1970,
            actor: PartnerReference(kind: "platform", slug: "amazon"), kind: .responded,
            payload: .responded(message.responses[0])),
    ]

    private func page(_ role: recours.Viewer.Role, _ language: Language, width: Int) -> [String] {
        Language.$current.withValue(language) {
            CasePage(
                CasePageTests.message, events: CasePageTests.events,
                for: recours.Viewer(role: role),
                now: CasePageTests.now, width: width, ink: Ink(isOn: false)
            ).lines()
        }
    }

    @Test("No line is wider than the terminal", arguments: [60, 80, 100, 120], Language.allCases)
    func widths(width: Int, language: Language) {
        for line in page(.mediator, language, width: width) {
            #expect(DisplayWidth.of(line) <= min(width, CasePage.widest), "\(line)")
        }
    }

    @Test("It says what the case is, what happens next and what happened, in French")
    func french() {
        let text = page(.complainant, .french, width: 80).joined(separator: "\n")
        for part in [
            "DOSSIER RC-1234-5678-90-3", "EN MÉDIATION", "micro-entreprise", "fonds bloqués",
            "1\u{A0}234,56\u{A0}€, 20/11/2018", "2 annonces (1 signalée, 1 retirée)",
            "Un médiateur doit conclure la médiation.", "Il reste 90 jours",
            "Vous devez accepter ou refuser l’accord proposé.", "recours agree RC-1234-5678-90-3",
            "plateforme amazon", "décision maintenue", "préavis de 10 jours : moins que les 30",
            "conditions générales, Conditions, article 7", "médiateur : m.durand",
            "du plaignant au médiateur seul", "Un geste suffirait.",
            "attend la réponse du plaignant",
            "Délais dépassés : prise en compte",
        ] {
            #expect(text.contains(part), "\(part) is missing")
        }
        #expect(!text.contains("attend la réponse de la plateforme"))
    }

    @Test("It says the same in English")
    func english() {
        let text = page(.platform, .english, width: 80).joined(separator: "\n")
        for part in [
            "CASE RC-1234-5678-90-3", "IN MEDIATION", "€1,234.56, 20 Nov 2018",
            "You must accept or decline the proposed agreement.", "90 days are left",
            "notice of 10 days: less than the 30 days due", "platform’s answer: decision upheld",
            "Deadlines missed: acknowledgement", "waits for the platform’s answer",
        ] {
            #expect(text.contains(part), "\(part) is missing")
        }
        #expect(!text.contains("waits for the complainant’s answer"))
    }

    @Test("Other people’s words command no terminal, and colours come only where they may")
    func harmless() {
        let text = page(.mediator, .french, width: 80).joined()
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("ADR-7\\u{1B}[2J"))
    }

    @Test("Words are broken between lines, never within, and lines of the author's stay")
    func paragraphs() {
        #expect(
            Paragraph.lines("un deux trois quatre cinq six\nsept", indent: 2, width: 22)
                == ["  un deux trois quatre", "  cinq six", "  sept"])
        let address = "https://example.org/" + String(repeating: "a", count: 40)
        #expect(Paragraph.lines("voir \(address)", indent: 0, width: 30) == ["voir", address])
        // No line begins with a mark, nor ends with an opening quote.
        #expect(
            Paragraph.lines("il avait coché « adresse inexistante » : non", indent: 0, width: 22)
                == ["il avait coché", "« adresse", "inexistante » : non"])
        #expect(Paragraph.lines("a\n\n\n", indent: 2, width: 30) == ["  a"])
        #expect(Paragraph.lines("", indent: 2, width: 30).isEmpty)
    }
}
