// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages

/// Messages in which every field is set.
enum Drafts {
    static let party = Party(
        kind: .business, legalName: "Bijoux de l’Atelier", tradeName: "L’Atelier",
        siren: "732829320", siret: "73282932000074",
        foreignID: ForeignIdentifier(country: "DE", scheme: "HRB", value: "1234"),
        vatNumber: "FR44732829320", size: .micro, nafCode: "3212Z",
        contact: Contact(
            name: "Camille", role: "Gérante", email: "c@example.org", phone: "+33199001234",
            hours: "9 h", language: "fr"),
        address: Address(
            lines: ["12 rue des Orfèvres"], postcode: "75001", city: "Paris", country: "FR"))

    static let money = Money(minorUnits: 123_456, currency: "EUR")

    static let listing = Listing(
        platformListingID: "B07XYZ1234", url: "https://amazon.example/dp/B07XYZ1234",
        gtin: "4006381333931", sellerName: "Copies", sellerID: "S1", price: money,
        firstSeenAtMs: 1, reportedAtMs: 2, removedAtMs: 3, state: .removed, imageHash: .max,
        title: "Puzzle")

    static let whole = CaseDraft(
        complainant: party, platformID: "amazon", platformAccountRef: "A1",
        category: .counterfeit, extraCategories: [.delisting], title: "Copies",
        facts: "Des copies.", desiredRemedies: [.listingsRemoved], incidentOn: "2018-11-01",
        discoveredOn: "2018-11-02", noticeReceivedOn: "2018-11-03", country: "FR",
        language: "fr", listings: [listing],
        funds: FundsWithheld(
            amount: money, heldSince: "2018-10-01", releaseOn: "2019-01-01"),
        loss: money,
        termsChange: TermsChange(
            announcedOn: "2018-11-20", effectiveOn: "2018-12-01", durableMedium: true,
            documentURL: "https://amazon.example/cgv", kind: .terms, noticeDays: 11,
            below15: true),
        ipClaim: IpClaim(
            kind: .design, office: "FR", number: "20180001", owner: party, originals: [listing],
            goodFaith: true),
        disclosure: .identified, urgency: .urgent, externalRef: "R-1", decisionRef: "D-1",
        decisionOn: "2018-11-01", campaignID: [1], evidenceIDs: [[2]], standingClaimID: [3])

    static let response = PlatformResponse(
        responseID: [UInt8](repeating: 1, count: 16), type: .decisionUpheld,
        remedies: [Remedy(kind: .compensation, amount: money, note: "geste")], text: "Réponse",
        statementOfReasons: StatementOfReasons(
            visibility: .contentRemoved, monetary: .suspension, provision: .totalSuspension,
            account: .suspended, ground: .terms, legalOrTermsRef: "art. 12",
            clauseURL: "https://amazon.example/cgv", facts: "Faits", explanation: "Motifs",
            source: .voluntary, automatedDetection: true, automatedDecision: .partially,
            decidedOn: "2018-11-01", effectiveOn: "2018-11-03", endsOn: "2018-12-01",
            territories: ["FR"],
            redress: Redress(
                internalComplaint: "Formulaire", mediators: ["CMAP"], outOfCourtBody: "ODS"),
            noticeDays: 2),
        listingAnswers: [
            ListingAnswer(platformListingID: "B07XYZ1234", kind: .removed, note: "retirée")
        ],
        dueOn: "2018-12-24", contact: party.contact, notConcernedReason: .homonym,
        suggestedPlatformID: "wish", duplicateOf: "RC-1", proof: "Virement", evidenceIDs: [[4]],
        givenAtMs: 42)
}
