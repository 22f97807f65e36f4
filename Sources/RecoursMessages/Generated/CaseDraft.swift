// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// What a submitter sends. The server adds identifier, number, state and clocks.
public struct CaseDraft: RecoursMessage {
    /// The firm that suffered; for a business partner, itself.
    public var complainant: Party? {
        get { complainantBox.value }
        set { complainantBox = Boxed(newValue) }
    }
    var complainantBox: Boxed<Party>
    /// Slug of the platform complained of, e.g. "amazon".
    public var platformID: String
    /// The complainant's account on it, 1 to 128 characters.
    public var platformAccountRef: String
    /// Field 4, `category`.
    public var category: CaseCategory
    /// At most 3, all different from category and from each other.
    public var extraCategories: [CaseCategory]
    /// 5 to 200 characters.
    public var title: String
    /// 20 to 10,000 characters.
    public var facts: String
    /// 1 to 5.
    public var desiredRemedies: [RemedyKind]
    /// Dates; incident_on is required.
    public var incidentOn: String
    /// Field 10, `discovered_on`.
    public var discoveredOn: String
    /// Field 11, `notice_received_on`.
    public var noticeReceivedOn: String
    /// Where the firm is established: ISO 3166-1 alpha-2.
    public var country: String
    /// BCP 47.
    public var language: String
    /// At most 1,000.
    public var listings: [Listing]
    /// Field 15, `funds`.
    public var funds: FundsWithheld?
    /// Estimated loss.
    public var loss: Money?
    /// Field 17, `terms_change`.
    public var termsChange: TermsChange? {
        get { termsChangeBox.value }
        set { termsChangeBox = Boxed(newValue) }
    }
    var termsChangeBox: Boxed<TermsChange>
    /// Field 18, `ip_claim`.
    public var ipClaim: IpClaim?
    /// Field 19, `disclosure`.
    public var disclosure: Disclosure
    /// Field 20, `urgency`.
    public var urgency: Urgency
    /// The submitter's own reference, 1 to 100 characters, unique for ever a submitter.
    public var externalRef: String
    /// Reference of the platform's decision complained of, at most 200 characters, and its date.
    public var decisionRef: String
    /// Field 23, `decision_on`.
    public var decisionOn: String
    /// 16 bytes, or empty: a campaign that takes cases (campaign_service.proto).
    public var campaignID: [UInt8]
    /// At most 20 files of 16 bytes, uploaded before (evidence_service.proto).
    public var evidenceIDs: [[UInt8]]
    /// Not accepted in this version: NOT_SUPPORTED_YET.
    public var standingClaimID: [UInt8]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        complainant: Party? = nil,
        platformID: String = "",
        platformAccountRef: String = "",
        category: CaseCategory = .unspecified,
        extraCategories: [CaseCategory] = [],
        title: String = "",
        facts: String = "",
        desiredRemedies: [RemedyKind] = [],
        incidentOn: String = "",
        discoveredOn: String = "",
        noticeReceivedOn: String = "",
        country: String = "",
        language: String = "",
        listings: [Listing] = [],
        funds: FundsWithheld? = nil,
        loss: Money? = nil,
        termsChange: TermsChange? = nil,
        ipClaim: IpClaim? = nil,
        disclosure: Disclosure = .unspecified,
        urgency: Urgency = .unspecified,
        externalRef: String = "",
        decisionRef: String = "",
        decisionOn: String = "",
        campaignID: [UInt8] = [],
        evidenceIDs: [[UInt8]] = [],
        standingClaimID: [UInt8] = []
    ) {
        complainantBox = Boxed(complainant)
        self.platformID = platformID
        self.platformAccountRef = platformAccountRef
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
        termsChangeBox = Boxed(termsChange)
        self.ipClaim = ipClaim
        self.disclosure = disclosure
        self.urgency = urgency
        self.externalRef = externalRef
        self.decisionRef = decisionRef
        self.decisionOn = decisionOn
        self.campaignID = campaignID
        self.evidenceIDs = evidenceIDs
        self.standingClaimID = standingClaimID
    }

    /// `recours.v1.CaseDraft`.
    public static var protoName: String { "recours.v1.CaseDraft" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
