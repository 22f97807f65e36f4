// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// Statement of reasons: Regulation (EU) 2019/1150, article 4; DSA article 17. At least one of the
/// four decisions is required.
public struct StatementOfReasons: RecoursMessage {
    /// Field 1, `visibility`.
    public var visibility: VisibilityDecision
    /// Field 2, `monetary`.
    public var monetary: MonetaryDecision
    /// Field 3, `provision`.
    public var provision: ProvisionDecision
    /// Field 4, `account`.
    public var account: AccountDecision
    /// Field 5, `ground`.
    public var ground: DecisionGround
    /// The law or the clause relied on, 1 to 500 characters.
    public var legalOrTermsRef: String
    /// Field 7, `clause_url`.
    public var clauseURL: String
    /// 20 to 5,000 characters.
    public var facts: String
    /// 20 to 2,000 characters.
    public var explanation: String
    /// Field 10, `source`.
    public var source: DecisionSource
    /// Field 11, `automated_detection`.
    public var automatedDetection: Bool
    /// Field 12, `automated_decision`.
    public var automatedDecision: AutomatedDecision
    /// Dates; ends_on may be empty.
    public var decidedOn: String
    /// Field 14, `effective_on`.
    public var effectiveOn: String
    /// Field 15, `ends_on`.
    public var endsOn: String
    /// ISO 3166-1 alpha-2, at most 30.
    public var territories: [String]
    /// Field 17, `redress`.
    public var redress: Redress?
    /// Filled by the server: days between decided_on and effective_on.
    public var noticeDays: Int32?
    /// Filled by the server for a termination of the account or of the whole service: whether less
    /// than the 30 days of article 4(2) was given.
    public var below30: Bool?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        visibility: VisibilityDecision = .unspecified,
        monetary: MonetaryDecision = .unspecified,
        provision: ProvisionDecision = .unspecified,
        account: AccountDecision = .unspecified,
        ground: DecisionGround = .unspecified,
        legalOrTermsRef: String = "",
        clauseURL: String = "",
        facts: String = "",
        explanation: String = "",
        source: DecisionSource = .unspecified,
        automatedDetection: Bool = false,
        automatedDecision: AutomatedDecision = .unspecified,
        decidedOn: String = "",
        effectiveOn: String = "",
        endsOn: String = "",
        territories: [String] = [],
        redress: Redress? = nil,
        noticeDays: Int32? = nil,
        below30: Bool? = nil
    ) {
        self.visibility = visibility
        self.monetary = monetary
        self.provision = provision
        self.account = account
        self.ground = ground
        self.legalOrTermsRef = legalOrTermsRef
        self.clauseURL = clauseURL
        self.facts = facts
        self.explanation = explanation
        self.source = source
        self.automatedDetection = automatedDetection
        self.automatedDecision = automatedDecision
        self.decidedOn = decidedOn
        self.effectiveOn = effectiveOn
        self.endsOn = endsOn
        self.territories = territories
        self.redress = redress
        self.noticeDays = noticeDays
        self.below30 = below30
    }

    /// `recours.v1.StatementOfReasons`.
    public static var protoName: String { "recours.v1.StatementOfReasons" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
