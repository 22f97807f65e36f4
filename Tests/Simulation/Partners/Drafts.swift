// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursMessages

/// The SDK's keys; the store's are called the same.
typealias CommandKey = IdempotencyKey

/// What partners write.
enum Drafts {
    /// A case that may be filed; its number stands in all that is said of it.
    static func draft(_ number: Int, by player: Cast.Player, _ dice: inout Dice) -> CaseDraft {
        // alpha has a mandate of gamma's firm too.
        let siren = player.name == "alpha" && dice.once(in: 3) ? "542065479" : player.siren
        var facts = "The listing {c:\(number)} was taken down without any word of why."
        if dice.once(in: 12) {
            facts += String(repeating: " And nobody answers.", count: dice.spread(1...450))
        }
        return CaseDraft(
            complainant: Party(
                kind: .business, legalName: "Maison {i:\(number)}", siren: siren,
                contact: Contact(
                    name: "Camille {i:\(number)}", email: "camille\(number)@maison.example")),
            platformID: dice.once(in: 2) ? "amazon" : "wish", platformAccountRef: "A\(number)",
            category: dice.pick([.delisting, .ranking, .unfairTerms]) ?? .delisting,
            title: "Case {c:\(number)}", facts: facts, desiredRemedies: [.relisted],
            incidentOn: "2026-01-10", country: "FR", language: "fr",
            disclosure: dice.once(in: 3) ? .pseudonym : .identified, urgency: .standard,
            externalRef: "{a:\(number)}")
    }

    /// A text of one command on one case.
    static func text(_ command: Int, on number: Int?) -> String {
        "{a:\(command)}" + (number.map { " about {c:\($0)}" } ?? "") + " is said here."
    }

    static let contact = Contact(name: "Vendor desk", email: "desk@platform.example")

    static func key(_ dice: inout Dice) -> IdempotencyKey {
        IdempotencyKey(bytes: dice.bytes(16)) ?? IdempotencyKey()
    }
}
