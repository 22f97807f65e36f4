// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("What gives a pseudonym away")
struct IdentityRuleTests {
    private func warnings(
        _ facts: String, title: String = "Déréférencement", disclosure: Disclosure = .pseudonym
    ) -> [String] {
        var draft = Samples.draft()
        draft.disclosure = disclosure
        draft.title = title
        draft.facts = facts
        return draft.warnings().map { "\($0.fieldPath) \($0.code.rawValue)" }
    }

    @Test(
        "Numbers, addresses, accounts and names in what the platform reads are warned of",
        arguments: [
            ("Notre SIRET est le 732 829 320 00074, voyez.", "COMPANY_NUMBER_IN_TEXT"),
            ("SIREN 732829320", "COMPANY_NUMBER_IN_TEXT"),
            ("TVA FR44732829320 comme toujours", "COMPANY_NUMBER_IN_TEXT"),
            ("Écrivez à atelier@exemple.fr s'il vous plaît", "EMAIL_IN_TEXT"),
            ("Appelez le 06 12 34 56 78 le matin", "PHONE_IN_TEXT"),
            ("Appelez le +33 6 12 34 56 78", "PHONE_IN_TEXT"),
            ("Notre compte a1b2c3d4e5 est fermé", "ACCOUNT_IN_TEXT"),
            ("La société bijoux de l’atelier a tout perdu", "NAME_IN_TEXT"),
            ("Camille Martin vous a écrit", "NAME_IN_TEXT"),
        ] as [(String, String)])
    func found(facts: String, code: String) {
        #expect(warnings(facts) == ["facts \(code)"])
        #expect(warnings("Rien à dire.", title: facts) == ["title \(code)"])
        #expect(warnings(facts, disclosure: .aggregate) == ["facts \(code)"])
    }

    @Test("Who is identified is not warned, and ordinary words warn nobody")
    func quiet() {
        #expect(warnings("SIREN 732829320", disclosure: .identified).isEmpty)
        let ordinary = """
            Le 28/11/2018 nos 120 annonces ont disparu (art. 12, commande 4823-99), perte de \
            12 500,00 EUR en 2 mois @ Noël. 123456789 n'est pas un SIREN.
            """
        #expect(warnings(ordinary).isEmpty)
    }
}
