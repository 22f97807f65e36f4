// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import Testing

@testable import recours

@Suite("Names are read and shown in French, and in the protocol's words")
struct LabelsTests {
    private func check<Value>(_ table: Labels.Table<Value>) {
        var shown: Set<String> = []
        for value in Value.allCases where value != Value(rawValue: 0) {
            let name = table.name(of: value)
            #expect(name != value.name, "\(value) has no French name")
            #expect(shown.insert(name).inserted, "\(name) stands for two values")
            #expect(table.value(of: name) == value)
            #expect(table.value(of: value.name ?? "") == value)
            #expect(table.value(of: name.uppercased()) == value)
        }
    }

    @Test("Every value of every enumeration has one name, and is read back by it")
    func complete() {
        check(Labels.categories)
        check(Labels.remedies)
        check(Labels.states)
        check(Labels.answers)
        check(Labels.clocks)
        check(Labels.events)
    }

    @Test(
        "Accents, dashes and capitals don't matter",
        arguments: ["Contrefaçon", "contrefacon", "CONTREFACON", "counterfeit", " contrefaçon "])
    func spellings(text: String) {
        #expect(Labels.categories.value(of: text) == .counterfeit)
    }

    @Test("What is unknown is answered with what is known")
    func advice() {
        let advice = Labels.categories.advice(for: "delistin")
        #expect(advice.hasPrefix("did you mean DELISTING?"))
        #expect(Labels.categories.advice(for: "Dupont Marie").contains("Dupont") == false)
    }

    @Test(
        "A slug is made from a name",
        arguments: [
            ("Les Ateliers réunis", "les-ateliers-reunis"), ("Amazon", "amazon"),
            ("L'Œuvre & Cie", "l-oeuvre-cie"),
        ])
    func slugs(name: String, slug: String) {
        #expect(Slug.made(from: name) == slug)
    }
}
