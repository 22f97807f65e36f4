// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

/// A case with every field filled, a canary in every text. It breaks rules that no matter here: no
/// history leads to all of it at once.
enum MaximalCase {
    static let former = "§former platform§"
    static let platform = "amazon"
    static let mediator = "§mediator in charge§"
    static let recused = "§mediator in conflict§"
    /// Before and after the case went from the former platform to this one.
    static let before = Instant(millisecondsSince1970: 1_000)
    static let changed = Instant(millisecondsSince1970: 2_000)
    static let after = Instant(millisecondsSince1970: 3_000)

    static let firm = PartnerReference(kind: .business, slug: "§firm's slug§")
    static let addressee = PartnerReference(kind: .platform, slug: platform)
    static let formerPlatform = PartnerReference(kind: .platform, slug: former)
    static let inCharge = PartnerReference(kind: .mediator, slug: mediator)

    /// The bytes of a file's identifier, as a canary.
    static func evidence(_ name: String) -> [[UInt8]] { [Array("§\(name)§".utf8)] }

    private static func contact(_ name: String) -> Contact {
        Contact(
            name: name, role: name, email: name, phone: name, hours: name, language: name)
    }

    private static func party(_ name: String, naf: String) -> Party {
        Party(
            kind: .business, legalName: name, tradeName: name, siren: name, siret: name,
            foreignIdentifier: ForeignIdentifier(country: name, scheme: name, value: name),
            vatNumber: name, size: .micro, nafCode: naf, contact: contact(name),
            address: Address(lines: [name], postcode: name, city: name, country: name))
    }

    private static func listing(_ name: String, seller: String, title: String, url: String)
        -> Listing
    {
        Listing(
            platformListingIdentifier: name, url: url, gtin: name, sellerName: seller,
            sellerIdentifier: seller, price: Money(minorUnits: 1, currency: name),
            state: .reported, imageHash: 1, title: title)
    }

    static let draft = CaseDraft(
        complainant: Party(
            kind: .business, legalName: "§legal name§", tradeName: "§trade name§",
            siren: "§siren§", siret: "§siret§",
            foreignIdentifier: ForeignIdentifier(
                country: "§register§", scheme: "§register§", value: "§register§"),
            vatNumber: "§vat§", size: .micro, nafCode: "§naf§",
            contact: contact("§firm contact§"),
            address: Address(
                lines: ["§street§"], postcode: "75011", city: "§city§", country: "FR")),
        platformSlug: former, platformAccountReference: "§account§", category: .counterfeit,
        extraCategories: [.delisting], title: "§title§", facts: "§facts§",
        desiredRemedies: [.relisted], incidentOn: Samples.today, discoveredOn: Samples.today,
        noticeReceivedOn: Samples.today, country: "§country§", language: "§language§",
        listings: [
            listing(
                "§listing§", seller: "§seller§", title: "§listing title§",
                url: "§listing address§")
        ],
        funds: FundsWithheld(amount: Money(minorUnits: 1, currency: "§funds currency§")),
        loss: Money(minorUnits: 1, currency: "§loss currency§"),
        termsChange: TermsChange(documentURL: "§terms document§", kind: .terms),
        ipClaim: IPClaim(
            kind: .patent, office: "§right§", number: "§right§",
            owner: party("§right owner§", naf: "§right owner§"),
            originals: [
                listing(
                    "§original§", seller: "§seller§", title: "§original§", url: "§original§")
            ], goodFaith: true),
        disclosure: .identified, urgency: .urgent, externalReference: "§external reference§",
        decisionReference: "§decision reference§", decisionOn: Samples.today,
        campaignIdentifier: Array("§campaign§".utf8), evidenceIdentifiers: evidence("evidence"),
        standingClaimIdentifier: Array("§evidence§".utf8))

    static func response(
        _ name: String, by slug: String, statement: String, at instant: Instant
    ) -> PlatformResponse {
        PlatformResponse(
            identifier: [UInt8](repeating: 1, count: 16), type: .explanation,
            remedies: [
                Remedy(
                    kind: .compensation, amount: Money(minorUnits: 1, currency: name), note: name)
            ], text: name,
            statementOfReasons: StatementOfReasons(
                legalOrTermsReference: statement, clauseURL: statement, facts: statement,
                explanation: statement, territories: [statement],
                redress: Redress(
                    internalComplaint: statement, mediators: [statement],
                    outOfCourtBody: statement)),
            listingAnswers: [
                ListingAnswer(platformListingIdentifier: name, kind: .removed, note: name)
            ], contact: contact(name), suggestedPlatformSlug: name, duplicateOf: name,
            proof: name, evidenceIdentifiers: evidence("answer"), givenAt: instant,
            platformSlug: slug)
    }

    private static func exchange(
        _ kind: Exchange.Kind, _ author: PartnerReference, _ name: String, _ at: Instant,
        files: String = "message of the platform"
    ) -> Exchange {
        Exchange(
            kind: kind, author: author,
            writing: Writing("§\(name)§", evidenceIdentifiers: evidence(files)), at: at)
    }

    private static func note(_ side: PartySide, _ name: String, _ at: Instant) -> ConfidentialNote {
        ConfidentialNote(
            side: side,
            writing: Writing("§\(name)§", evidenceIdentifiers: evidence(name)),
            isByMediator: false, at: at)
    }

    static func mediation(agreement: Agreement? = nil) -> Mediation {
        Mediation(
            startedAt: after, mediator: mediator, recused: [recused],
            notes: [
                note(.platform, "note of the former platform", before),
                note(.complainant, "note of the firm", after),
                note(.platform, "note of the platform", after),
            ],
            agreement: agreement ?? Agreement(text: "§agreement§", proposedAt: after),
            outcome: MediationOutcome(
                result: .noAgreement, reasons: "§outcome§", nextSteps: ["§next step§"]))
    }

    static func caseFile(
        _ disclosure: Disclosure, mediation: Mediation = mediation()
    ) throws -> CaseFile {
        let number = try #require(PublicNumber(42))
        return CaseFile(
            identifier: CaseIdentifier(high: 1, low: 2), publicNumber: number, version: 99,
            state: .inMediation, stateSince: after,
            submitter: PartnerReference(kind: .association, slug: "§submitter§"),
            draft: SharedDraft(draft), addressee: platform, disclosure: disclosure,
            terms: CampaignTerms(campaign: Array("§campaign§".utf8)),
            deadlines: [], transmittedAt: after, acknowledgedAt: after,
            platformContact: contact("§platform contact§"),
            responses: [
                response("§former answer§", by: former, statement: "§former answer§", at: before),
                response("§answer§", by: platform, statement: "§statement§", at: after),
            ],
            verdicts: [
                Verdict(accepted: false, reason: "§former verdict§", givenAt: before),
                Verdict(accepted: false, reason: "§verdict§", givenAt: after),
            ],
            exchanges: [
                exchange(
                    .message, formerPlatform, "former message", before, files: "former message"),
                exchange(
                    .message, firm, "message of the firm", after, files: "evidence of a message"),
                exchange(.message, addressee, "message of the platform", after),
                exchange(
                    .statement, inCharge, "message of the mediator", after,
                    files: "message of the mediator"),
                exchange(.contest, firm, "contest", after, files: "contest"),
            ],
            mediation: mediation,
            inadmissibility: Inadmissibility(reason: .abusive, text: "§inadmissibility§"),
            mergedInto: MergeTarget(
                identifier: CaseIdentifier(high: 3, low: 4), publicNumber: number,
                reason: "§merge§"),
            flags: [CaseFlag(kind: .retaliation, linkedCases: [number])], missed: [.route],
            readdressings: [
                Readdressing(
                    fromPlatform: former, toPlatform: platform, reason: "§readdressing§",
                    at: changed)
            ],
            legalHold: "§legal hold§", stateReason: "§reason of the state§", createdAt: before,
            updatedAt: after)
    }
}
