// SPDX-License-Identifier: EUPL-1.2

/// How fast the platform must answer; see `ClockRules`.
package enum Urgency: Int32, CaseIterable, Hashable, Sendable {
    case standard = 1
    case urgent = 2
}

/// What the platform sees of the complainant. Raised, never lowered: what was shown cannot be
/// hidden again.
package enum Disclosure: Int32, CaseIterable, Hashable, Sendable {
    case identified = 1
    case pseudonym = 2
    case aggregate = 3
}

/// What a submitter sends; the server adds identifier, number, state and clocks.
///
/// Text that is absent is empty; a date, enumerated value or message that is absent is nil. Field
/// paths in violations are the protocol's names, given here where they differ from the property's.
/// Lengths are in Unicode scalars.
package struct CaseDraft: Hashable, Sendable {
    /// The firm that suffered; for a business partner, itself.
    package var complainant: Party
    /// `platform_id`: slug of the platform complained of.
    package var platformSlug: String
    /// `platform_account_ref`, 1–128; optional in cases of intellectual property.
    package var platformAccountReference: String
    package var category: CaseCategory?
    /// At most 3, all different from the category and from each other.
    package var extraCategories: [CaseCategory]
    /// 5–200.
    package var title: String
    /// 20–10,000; 50 or more for the category OTHER.
    package var facts: String
    /// 1–5, all different.
    package var desiredRemedies: [RemedyKind]
    package var incidentOn: CalendarDate?
    package var discoveredOn: CalendarDate?
    package var noticeReceivedOn: CalendarDate?
    /// Where the firm is established: ISO 3166-1 alpha-2.
    package var country: String
    /// BCP 47, at most 35.
    package var language: String
    /// At most 1,000.
    package var listings: [Listing]
    package var funds: FundsWithheld?
    /// Estimated loss.
    package var loss: Money?
    package var termsChange: TermsChange?
    package var ipClaim: IPClaim?
    package var disclosure: Disclosure?
    package var urgency: Urgency?
    /// `external_ref`, 1–100: the submitter's own reference.
    package var externalReference: String
    /// `decision_ref`, at most 200: the platform's decision complained of.
    package var decisionReference: String
    package var decisionOn: CalendarDate?
    /// `campaign_id`: 16 bytes, or none.
    package var campaignIdentifier: [UInt8]
    /// `evidence_ids`: at most 20 files of 16 bytes, uploaded before.
    package var evidenceIdentifiers: [[UInt8]]
    /// `standing_claim_id`: not supported yet.
    package var standingClaimIdentifier: [UInt8]

    package init(
        complainant: Party = Party(), platformSlug: String = "",
        platformAccountReference: String = "", category: CaseCategory? = nil,
        extraCategories: [CaseCategory] = [], title: String = "", facts: String = "",
        desiredRemedies: [RemedyKind] = [], incidentOn: CalendarDate? = nil,
        discoveredOn: CalendarDate? = nil, noticeReceivedOn: CalendarDate? = nil,
        country: String = "", language: String = "", listings: [Listing] = [],
        funds: FundsWithheld? = nil, loss: Money? = nil, termsChange: TermsChange? = nil,
        ipClaim: IPClaim? = nil, disclosure: Disclosure? = nil, urgency: Urgency? = nil,
        externalReference: String = "", decisionReference: String = "",
        decisionOn: CalendarDate? = nil, campaignIdentifier: [UInt8] = [],
        evidenceIdentifiers: [[UInt8]] = [], standingClaimIdentifier: [UInt8] = []
    ) {
        self.complainant = complainant
        self.platformSlug = platformSlug
        self.platformAccountReference = platformAccountReference
        self.category = category
        self.extraCategories = extraCategories
        self.title = title
        self.facts = facts
        self.desiredRemedies = desiredRemedies
        self.incidentOn = incidentOn
        self.discoveredOn = discoveredOn
        self.noticeReceivedOn = noticeReceivedOn
        self.country = country
        self.language = language
        self.listings = listings
        self.funds = funds
        self.loss = loss
        self.termsChange = termsChange
        self.ipClaim = ipClaim
        self.disclosure = disclosure
        self.urgency = urgency
        self.externalReference = externalReference
        self.decisionReference = decisionReference
        self.decisionOn = decisionOn
        self.campaignIdentifier = campaignIdentifier
        self.evidenceIdentifiers = evidenceIdentifiers
        self.standingClaimIdentifier = standingClaimIdentifier
    }

    /// Whether the case is of this category, first or additional.
    package func concerns(_ sought: CaseCategory) -> Bool {
        category == sought || extraCategories.contains(sought)
    }
}
