// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// Messages that several tests look at.
enum Samples {
    static let identifier: [UInt8] = Array(0..<16)

    /// A case in which every kind of field is set: texts, numbers, enumerations, lists, boxed
    /// parts.
    static let caseFile = Case(
        id: identifier, publicNumber: "RC-1234-5678-90-K", version: 3, state: .answered,
        submitter: PartnerReference(kind: "association", slug: "artisans"), draft: draft,
        deadlines: [Deadline(kind: .verdict, dueAtMs: 1_543_622_400_000, party: .business)],
        platformContact: Contact(name: "Desk", email: "desk@example.org"),
        responses: [
            PlatformResponse(
                responseID: identifier, type: .remedyDone,
                remedies: [
                    Remedy(kind: .fundsReleased, amount: Money(minorUnits: 1, currency: "EUR"))
                ],
                text: "Done.",
                statementOfReasons: StatementOfReasons(
                    monetary: .suspension, ground: .terms, territories: ["FR", "DE"],
                    redress: Redress(mediators: ["A", "B"])))
        ],
        verdicts: [Verdict(accepted: false, reason: "Not done.", givenAtMs: 1)],
        createdAtMs: 1_543_536_000_000, updatedAtMs: -1)

    static let draft = CaseDraft(
        complainant: Party(
            kind: .business, legalName: "Société Générale d’Horlogerie", siren: "404833048",
            contact: Contact(name: "Zoé"), address: Address(lines: ["1 rue du Bac", ""])),
        platformID: "amazon", category: .delisting, extraCategories: [.ranking, .other],
        title: "日本語 👩‍👩‍👧", facts: "a\0b", desiredRemedies: [.relisted],
        listings: [Listing(platformListingID: "B01", price: Money(), imageHash: .max)],
        termsChange: TermsChange(noticeDays: 0, below15: false), campaignID: [0],
        evidenceIDs: [[], identifier])
}
