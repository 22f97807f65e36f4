// SPDX-License-Identifier: EUPL-1.2

import RecoursClient

/// Valid drafts to change one thing of.
enum Drafts {
    static let siren = "732829320"
    static let contact = Contact(name: "Vendor desk", email: "desk@amazon.example")

    static func draft(_ reference: String, platform: String = "amazon") -> CaseDraft {
        CaseDraft(
            complainant: Party(
                kind: .business, legalName: "Bijoux de l’Atelier", siren: siren, size: .micro,
                contact: Contact(name: "Camille Martin", email: "camille@example.org")),
            platformID: platform, platformAccountRef: "A1B2C3", category: .delisting,
            title: "Déréférencement sans explication",
            facts: "Toutes nos annonces ont disparu le 28 novembre, sans message ni motif.",
            desiredRemedies: [.relisted], incidentOn: "2018-11-28", country: "FR",
            language: "fr", disclosure: .identified, urgency: .standard, externalRef: reference)
    }

    static func remedyDone() -> PlatformResponse {
        PlatformResponse(
            type: .remedyDone, remedies: [Remedy(kind: .relisted)],
            text: "Les annonces sont de nouveau en ligne.")
    }
}
