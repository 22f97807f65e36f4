// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursMessages
import Testing

@testable import recours

@Suite("Names are shown in the reader's language, and read in either and in the protocol's words")
struct LabelsTests {
    /// The name of the enumeration, after checking its table.
    private func check<Value>(_ table: Labels.Table<Value>) -> String {
        for language in Language.allCases {
            var shown: Set<String> = []
            for value in Value.allCases where value != Value(rawValue: 0) {
                let name = table.name(of: value, in: language)
                #expect(name != value.name, "\(Value.self).\(value) has no \(language) name")
                #expect(shown.insert(name).inserted, "\(name) stands for two values")
                #expect(table.value(of: name) == value)
                #expect(table.value(of: value.name ?? "") == value)
                #expect(table.value(of: name.uppercased()) == value)
            }
        }
        return "\(Value.self)"
    }

    private var tables: Set<String> {
        [
            check(Labels.states), check(Labels.categories), check(Labels.parties),
            check(Labels.partners), check(Labels.sides), check(Labels.clocks),
            check(Labels.reminders), check(Labels.events), check(Labels.exchanges),
            check(Labels.results), check(Labels.inadmissibilities), check(Labels.flags),
            check(Labels.disclosures), check(Labels.urgencies), check(Labels.sizes),
            check(Labels.servings), check(Labels.queueReasons), check(Labels.answers),
            check(Labels.remedies), check(Labels.evidenceMedia),
            check(Labels.evidenceVisibilities), check(Labels.evidenceScans),
            check(Labels.notConcernedReasons), check(Labels.listingAnswers),
            check(Labels.listings), check(Labels.rights), check(Labels.termsChanges),
            check(Labels.visibilityDecisions), check(Labels.monetaryDecisions),
            check(Labels.provisionDecisions), check(Labels.accountDecisions),
            check(Labels.claimStates), check(Labels.listingRefusals),
            check(Labels.listingAdditions), check(Labels.listingReplies),
            check(Labels.matchOutcomes), check(Labels.matchVerdicts),
            check(Labels.grounds), check(Labels.sources), check(Labels.automations),
        ]
    }

    /// Enumerations whose words stand elsewhere, in a switch for each language; and one that nobody
    /// reads as a word: codes of errors are told by their texts.
    private static let unread: Set<String> = [
        "StatusCode", "FigureCounter", "FigureDurationKind", "CampaignRisk", "CommitmentState",
        "CommitmentScope", "ContactStanding", "QueueAssignment", "RetentionReason",
        "BackUpStage",
    ]

    @Test("Every value of every enumeration of the protocol has one name in each language")
    func complete() throws {
        let protos = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Protos/recours/v1")
        var declared: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: protos.path)
        where name.hasSuffix(".proto") {
            let text = try String(
                contentsOf: protos.appendingPathComponent(name), encoding: .utf8)
            for line in text.split(separator: "\n") where line.hasPrefix("enum ") {
                declared.insert(String(line.dropFirst(5).prefix { $0 != " " }))
            }
        }
        let missing = declared.subtracting(tables).subtracting(LabelsTests.unread)
        #expect(missing.isEmpty, "no names for \(missing.sorted())")
    }

    @Test(
        "Accents, dashes and capitals don't matter",
        arguments: ["Contrefaçon", "contrefacon", "CONTREFACON", "counterfeit", " contrefaçon "])
    func spellings(text: String) {
        #expect(Labels.categories.value(of: text) == .counterfeit)
    }

    @Test("What is unknown is answered with what is known")
    func advice() {
        let advice = Labels.categories.advice(for: "delistin").english
        #expect(advice.hasPrefix("did you mean DELISTING?"))
        #expect(Labels.categories.advice(for: "Dupont Marie").english.contains("Dupont") == false)
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
