// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// Valid values to change one thing of.
package enum Samples {
    package static let today = CalendarDate(year: 2018, month: 11, day: 30) ?? .earliest
    /// Noon in Paris on that day.
    package static let now = Instant(millisecondsSince1970: 1_543_575_600_000)

    package static let association = PartnerReference(kind: .association, slug: "cma-france")
    package static let otherAssociation = PartnerReference(kind: .association, slug: "cpme")
    package static let platform = PartnerReference(kind: .platform, slug: "amazon")
    package static let otherPlatform = PartnerReference(kind: .platform, slug: "wish")
    package static let mediator = PartnerReference(kind: .mediator, slug: "m-durand")

    package static let contact = Contact(
        name: "Camille Martin", role: "Relations vendeurs", email: "camille@example.fr",
        phone: "+33123456789", hours: "9 h – 17 h", language: "fr")

    package static let complainant = Party(
        kind: .business, legalName: "Bijoux de l’Atelier", siren: "732829320",
        siret: "73282932000074", vatNumber: "FR44732829320", size: .micro, nafCode: "3212Z",
        contact: contact,
        address: Address(
            lines: ["12 rue des Orfèvres"], postcode: "75001", city: "Paris", country: "FR"))

    package static let listing = Listing(
        platformListingIdentifier: "B07XYZ1234", url: "https://www.amazon.fr/dp/B07XYZ1234",
        gtin: "4006381333931", title: "Puzzle en bois")

    package static let claim = IPClaim(
        kind: .design, office: "FR", number: "20180001", owner: complainant,
        originals: [Listing(url: "https://example.fr/puzzle")], goodFaith: true)

    package static func draft(_ category: CaseCategory = .delisting) -> CaseDraft {
        var draft = CaseDraft(
            complainant: complainant, platformSlug: "amazon",
            platformAccountReference: "A1B2C3D4E5", category: category,
            title: "Déréférencement sans explication",
            facts: "Toutes nos annonces ont disparu le 28 novembre, sans aucun message ni motif.",
            desiredRemedies: [.relisted], incidentOn: CalendarDate(iso: "2018-11-28"),
            country: "FR", language: "fr", disclosure: .identified, urgency: .standard,
            externalReference: "CMA-2018-001")
        switch category {
        case .counterfeit:
            draft.listings = [listing]
            draft.ipClaim = claim
        case .otherIP: draft.ipClaim = claim
        case .fundsWithheld:
            draft.funds = FundsWithheld(
                amount: Money(minorUnits: 123_456, currency: "EUR"),
                heldSince: CalendarDate(iso: "2018-10-01"))
        case .termsChange, .feeChange:
            draft.termsChange = TermsChange(
                announcedOn: CalendarDate(iso: "2018-11-20"),
                effectiveOn: CalendarDate(iso: "2018-12-01"), kind: .terms)
        default: break
        }
        return draft
    }

    package static let statement = StatementOfReasons(
        visibility: .contentRemoved, ground: .terms, legalOrTermsReference: "Conditions, art. 12",
        facts: "Trois acheteurs ont signalé un défaut.",
        explanation: "Le seuil de retours du contrat était dépassé.", source: .voluntary,
        automatedDecision: .partially, decidedOn: CalendarDate(iso: "2018-11-27"),
        effectiveOn: CalendarDate(iso: "2018-11-28"), territories: ["FR"],
        redress: Redress(
            internalComplaint: "Formulaire de réclamation du compte vendeur.",
            mediators: ["CMAP"]))

    /// A complete answer of each type, as of `today`.
    package static func response(_ type: ResponseType, identifier: UInt8 = 1) -> PlatformResponse {
        var response = PlatformResponse(
            identifier: [UInt8](repeating: identifier, count: 16), type: type, text: "Réponse.")
        switch type {
        case .remedyDone: response.remedies = [Remedy(kind: .relisted)]
        case .remedyPromised:
            response.remedies = [Remedy(kind: .relisted)]
            response.dueOn = today.adding(days: 10)
        case .explanation, .decisionUpheld: response.statementOfReasons = statement
        case .inProgress: response.dueOn = today.adding(days: 10)
        case .alreadySettled: response.proof = "Virement du 12 novembre 2018."
        case .notConcerned: response.notConcernedReason = .homonym
        case .duplicateOf: response.duplicateOf = PublicNumber(42)?.description ?? ""
        case .infoNeeded: break
        }
        return response
    }
}
