// SPDX-License-Identifier: EUPL-1.2

import RecoursCases

/// Valid drafts of every matter that a page shows.
enum SeedDraft {
    static let categories: [(CaseCategory, weight: Int)] = [
        (.delisting, 26), (.counterfeit, 30), (.noHumanContact, 14), (.accountSuspended, 11),
        (.fundsWithheld, 9), (.feeChange, 7), (.ranking, 5), (.falseReviews, 5),
        (.unfairTerms, 3), (.dataAccess, 2), (.parityClause, 1),
    ]

    static let contact = Contact(
        name: "Camille Martin", role: "Relations vendeurs", email: "camille@example.fr",
        phone: "+33123456789", hours: "9 h – 17 h", language: "fr")

    static let reasons = StatementOfReasons(
        visibility: .contentRemoved, ground: .terms, legalOrTermsReference: "Conditions, art. 12",
        facts: "Trois acheteurs ont signalé un défaut.",
        explanation: "Le seuil de retours du contrat était dépassé.", source: .voluntary,
        automatedDecision: .partially, decidedOn: CalendarDate(iso: "2024-09-10"),
        effectiveOn: CalendarDate(iso: "2024-09-12"), territories: ["FR"],
        redress: Redress(
            internalComplaint: "Formulaire de réclamation du compte vendeur.",
            mediators: ["CMAP"]))

    private static let firm = Party(
        kind: .business, legalName: "Bijoux de l’Atelier", siren: "732829320", size: .micro,
        contact: contact,
        address: Address(
            lines: ["12 rue des Orfèvres"], postcode: "75001", city: "Paris", country: "FR"))

    static func draft(_ category: CaseCategory, platform: String, number: Int) -> CaseDraft {
        var draft = CaseDraft(
            complainant: firm, platformSlug: platform, platformAccountReference: "A1B2C3D4E5",
            category: category, title: "Déréférencement sans explication",
            facts: "Toutes nos annonces ont disparu la semaine dernière, sans message ni motif.",
            desiredRemedies: [.relisted], incidentOn: CalendarDate(iso: "2024-09-15"),
            country: "FR", language: "fr", disclosure: .identified, urgency: .standard,
            externalReference: "S-\(number)")
        switch category {
        case .counterfeit:
            let listing = Listing(
                platformListingIdentifier: "B07XYZ1234", url: "https://shop.example/B07XYZ1234",
                title: "Puzzle en bois")
            draft.listings = [listing]
            draft.ipClaim = IPClaim(
                kind: .design, office: "FR", number: "20180001", owner: firm,
                originals: [Listing(url: "https://example.fr/puzzle")], goodFaith: true)
        case .fundsWithheld:
            draft.funds = FundsWithheld(
                amount: Money(minorUnits: 123_456, currency: "EUR"),
                heldSince: CalendarDate(iso: "2024-09-01"))
        case .feeChange:
            draft.termsChange = TermsChange(
                announcedOn: CalendarDate(iso: "2024-09-01"),
                effectiveOn: CalendarDate(
                    iso: number.isMultiple(of: 3) ? "2024-10-01" : "2024-09-10"),
                kind: .fees)
        default: break
        }
        return draft
    }
}
