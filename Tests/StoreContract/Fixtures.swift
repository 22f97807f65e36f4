// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursStore

/// Values that the contract's checks are made of.
package enum Fixtures {
    package static let today = CalendarDate(year: 2018, month: 11, day: 30) ?? .earliest
    /// Noon in Paris on that day.
    package static let now = Instant(millisecondsSince1970: 1_543_575_600_000)

    package static let association = PartnerReference(kind: .association, slug: "cma-france")
    package static let otherAssociation = PartnerReference(kind: .association, slug: "cpme")
    package static let business = PartnerReference(kind: .business, slug: "bijoux")
    package static let amazon = PartnerReference(kind: .platform, slug: "amazon")
    package static let wish = PartnerReference(kind: .platform, slug: "wish")
    package static let mediator = PartnerReference(kind: .mediator, slug: "m-durand")

    package static let siren = "732829320"
    package static let otherSiren = "404833048"

    package static let contact = Contact(
        name: "Camille Martin", email: "camille@example.fr", phone: "+33123456789")

    package static let answer = PlatformResponse(
        identifier: [UInt8](repeating: 7, count: 16), type: .remedyDone,
        remedies: [Remedy(kind: .relisted)], text: "L’annonce est rétablie.")

    package static let statement = StatementOfReasons(
        visibility: .contentRemoved, ground: .terms, legalOrTermsReference: "Conditions, art. 12",
        facts: "Trois acheteurs ont signalé un défaut.",
        explanation: "Le seuil de retours du contrat était dépassé.", source: .voluntary,
        automatedDecision: .partially, decidedOn: CalendarDate(iso: "2018-11-27"),
        effectiveOn: CalendarDate(iso: "2018-11-28"),
        redress: Redress(internalComplaint: "Formulaire du compte.", mediators: ["CMAP"]))

    /// A valid draft under a reference of the submitter's.
    package static func draft(
        _ reference: String, platform: String = "amazon", siren: String = Fixtures.siren,
        title: String = "Déréférencement sans explication",
        change: (inout CaseDraft) -> Void = { _ in }
    ) throws -> ValidDraft {
        let complainant = Party(
            kind: .business, legalName: "Bijoux de l’Atelier", siren: siren, size: .micro,
            contact: contact,
            address: Address(
                lines: ["12 rue des Orfèvres"], postcode: "75001", city: "Paris", country: "FR"))
        var draft = CaseDraft(
            complainant: complainant, platformSlug: platform,
            platformAccountReference: "A1B2C3D4E5", category: .delisting, title: title,
            facts: "Toutes nos annonces ont disparu le 28 novembre, sans message ni motif.",
            desiredRemedies: [.relisted], incidentOn: CalendarDate(iso: "2018-11-28"),
            country: "FR", language: "fr", disclosure: .identified, urgency: .standard,
            externalReference: reference)
        change(&draft)
        return try ValidDraft(draft, today: today)
    }

    /// A key whose fingerprint stands for the content.
    package static func key(_ number: UInt64, content: UInt8 = 0) -> IdempotencyKey {
        IdempotencyKey(
            high: 0x0192_0000_0000_7000, low: number,
            fingerprint: [UInt8](repeating: content, count: 32))
    }

    /// The submission of case number `number`.
    package static func submission(
        _ number: UInt64, by submitter: PartnerReference = association,
        key: IdempotencyKey? = nil, reference: String? = nil, platform: String = "amazon",
        siren: String = Fixtures.siren, identifierOffset: UInt64 = 0, minutesLater: Int64 = 0,
        change: (inout CaseDraft) -> Void = { _ in }
    ) throws -> Submission {
        let now = later(minutesLater)
        let draft = try draft(
            reference ?? "REF-\(number)", platform: platform, siren: siren, change: change)
        let random = number &* 0x9E37_79B9_7F4A_7C15 &+ identifierOffset
        return Submission(
            submitter: submitter, key: key ?? Fixtures.key(number),
            identifier: CaseIdentifier(at: now, randomHigh: number, randomLow: random),
            draft: draft, at: now, today: today)
    }

    /// A change by a partner, under a key of its own if one is given.
    package static func change(
        _ identifier: CaseIdentifier, by actor: PartnerReference, _ command: CaseCommand,
        key: IdempotencyKey? = nil, minutesLater: Int64 = 1
    ) -> CaseOrder {
        let at = Instant(
            millisecondsSince1970: now.millisecondsSince1970 + minutesLater * 60_000)
        return .change(
            CaseChange(
                identifier: identifier, actor: .partner(actor), key: key, command: command,
                at: at))
    }
}
