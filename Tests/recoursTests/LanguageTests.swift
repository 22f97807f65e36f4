// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import RecoursCases
import RecoursClient
import RecoursMessages
import Testing

@testable import recours

@Suite("People are spoken to in their language, programs in the protocol's")
struct LanguageTests {
    @Test(
        "The first variable that is set decides, and what is not French is English",
        arguments: [
            ([:], Language.english), (["LANG": "fr_FR.UTF-8"], .french),
            (["LANG": "C.UTF-8"], .english), (["LANG": "de_DE"], .english),
            (["LANG": "fr_FR", "LC_ALL": "en_GB"], .english),
            (["LANG": "en_GB", "LC_MESSAGES": "fr_BE"], .french),
            (["LC_ALL": "en_GB", "RECOURS_LANG": "fr"], .french),
            (["LC_ALL": "", "LANG": "fr"], .french), (["LANG": "fry_NL"], .english),
        ])
    func environment(variables: [String: String], expected: Language) {
        #expect(Language(environment: variables) == expected)
    }

    @Test("An option is stronger than the environment, and JSON is never translated")
    func option() throws {
        #expect(try GlobalOptions.parse(["--lang", "fr"]).language == .french)
        #expect(try GlobalOptions.parse(["--lang", "en"]).language == .english)
        #expect(try GlobalOptions.parse(["--lang", "fr", "--json"]).language == .english)
    }

    @Test("No word about works and claims is missing in either language")
    func claimWords() {
        for word in ClaimWord.allCases {
            #expect(!word.french.isEmpty && !word.english.isEmpty, "\(word)")
        }
    }

    @Test("No heading is missing in either language")
    func headings() {
        for heading in Heading.allCases {
            #expect(French.headings[heading] != nil, "\(heading) is missing in French")
            #expect(English.headings[heading] != nil, "\(heading) is missing in English")
        }
    }

    @Test("Every rule that can be broken has French words")
    func violations() {
        for code in ViolationCode.allCases {
            #expect(French.violations[code] != nil, "\(code.rawValue) has no French words")
        }
    }

    @Test("A violation names its bound in the language of the reader, its code in any")
    func violationText() {
        let violation = FieldViolation(
            fieldPath: "facts", code: "TOO_SHORT", limit: 20, actual: 5,
            description: "shorter than 20 characters")
        Language.$current.withValue(.french) {
            #expect(
                ViolationText.line(violation)
                    == "facts: TOO_SHORT trop court (limite 20, trouvé 5)")
        }
        Language.$current.withValue(.english) {
            #expect(
                ViolationText.line(violation) == "facts: TOO_SHORT shorter than 20 characters")
        }
    }

    @Test("Dates are written as each language writes them, and in Paris")
    func dates() {
        let milliseconds: Int64 = 1_543_536_309_000  // 2018-11-30T00:05:09Z
        #expect(Language.french.instant(milliseconds) == "30/11/2018 01:05")
        #expect(Language.english.instant(milliseconds) == "30 Nov 2018 01:05")
        // Shortly before midnight UTC in summer is the next day in Paris.
        #expect(Language.french.instant(1_530_400_200_000) == "01/07/2018 01:10")
        #expect(Language.english.date(iso: "2018-11-03") == "3 Nov 2018")
        #expect(Language.french.date(iso: "soon") == "soon")
    }

    @Test(
        "Money is written as each language writes it, by its currency's decimals",
        arguments: [
            (123_456, "EUR", "1\u{A0}234,56\u{A0}€", "€1,234.56"),
            (5, "EUR", "0,05\u{A0}€", "€0.05"),
            (1500, "JPY", "1\u{A0}500\u{A0}JPY", "JPY\u{A0}1,500"),
            (1_234, "TND", "1,234\u{A0}TND", "TND\u{A0}1.234"),
            (-250, "USD", "-2,50\u{A0}$", "-$2.50"),
            (
                Int64.max, "EUR", "92\u{A0}233\u{A0}720\u{A0}368\u{A0}547\u{A0}758,07\u{A0}€",
                "€92,233,720,368,547,758.07"
            ),
        ] as [(Int64, String, String, String)])
    func money(units: Int64, currency: String, french: String, english: String) {
        let money = RecoursMessages.Money(minorUnits: units, currency: currency)
        #expect(Language.french.money(money) == french)
        #expect(Language.english.money(money) == english)
    }

    @Test("A wrong state is told in the reader's language, a server's own words behind ours")
    func failures() {
        let conflict = RecoursError(
            code: .failedPrecondition, message: "server's words",
            details: [ErrorDetail(kind: .stateConflict(StateConflict(state: 10, version: 5)))])
        Language.$current.withValue(.french) {
            #expect(CommandError(conflict).message.contains("« résolu », à la version 5"))
            #expect(
                CommandError(RecoursError(code: .notFound, message: "no such case")).message
                    == "introuvable, ou pas à vous (« no such case »)")
        }
        Language.$current.withValue(.english) {
            #expect(CommandError(conflict).message.contains("“resolved”, at version 5"))
            #expect(ErrorReport(CommandError(conflict)).message == "server's words")
        }
    }
}
