// SPDX-License-Identifier: EUPL-1.2

/// Ways to contest a decision: Regulation (EU) 2019/1150, articles 11 and 12; DSA articles 20 and
/// 21.
package struct Redress: Hashable, Sendable {
    /// How to use the internal complaint system; 1–500.
    package var internalComplaint: String
    /// Mediators' names: 1 to 10, each 1–200.
    package var mediators: [String]
    /// Certified body for disputes out of court; at most 200.
    package var outOfCourtBody: String

    package init(
        internalComplaint: String = "", mediators: [String] = [], outOfCourtBody: String = ""
    ) {
        self.internalComplaint = internalComplaint
        self.mediators = mediators
        self.outOfCourtBody = outOfCourtBody
    }
}

/// Why a platform decided as it did: Regulation (EU) 2019/1150, article 4; DSA article 17.
///
/// At least one of the four decisions is required.
package struct StatementOfReasons: Hashable, Sendable {
    package var visibility: VisibilityDecision?
    package var monetary: MonetaryDecision?
    package var provision: ProvisionDecision?
    package var account: AccountDecision?
    package var ground: DecisionGround?
    /// `legal_or_terms_ref`: the law or the clause relied on; 1–500.
    package var legalOrTermsReference: String
    /// Empty or an absolute http(s) address.
    package var clauseURL: String
    /// 20–5,000.
    package var facts: String
    /// 20–2,000.
    package var explanation: String
    package var source: DecisionSource?
    package var automatedDetection: Bool
    package var automatedDecision: AutomatedDecision?
    package var decidedOn: CalendarDate?
    package var effectiveOn: CalendarDate?
    package var endsOn: CalendarDate?
    /// ISO 3166-1 alpha-2, at most 30.
    package var territories: [String]
    package var redress: Redress?

    package init(
        visibility: VisibilityDecision? = nil, monetary: MonetaryDecision? = nil,
        provision: ProvisionDecision? = nil, account: AccountDecision? = nil,
        ground: DecisionGround? = nil, legalOrTermsReference: String = "",
        clauseURL: String = "", facts: String = "", explanation: String = "",
        source: DecisionSource? = nil, automatedDetection: Bool = false,
        automatedDecision: AutomatedDecision? = nil, decidedOn: CalendarDate? = nil,
        effectiveOn: CalendarDate? = nil, endsOn: CalendarDate? = nil,
        territories: [String] = [], redress: Redress? = nil
    ) {
        self.visibility = visibility
        self.monetary = monetary
        self.provision = provision
        self.account = account
        self.ground = ground
        self.legalOrTermsReference = legalOrTermsReference
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
    }

    /// Notice that article 4(2) of the regulation asks for before a full termination, in days.
    package static let terminationNoticeDays = 30

    /// Whether less than the required notice was given; nil for what is no full termination, or
    /// without both dates.
    package var isBelowRequiredNotice: Bool? {
        guard account == .terminated || provision == .totalTermination else { return nil }
        return noticeDays.map { $0 < StatementOfReasons.terminationNoticeDays }
    }

    /// Days from the decision to its effect; nil without both dates.
    package var noticeDays: Int? {
        guard let decidedOn, let effectiveOn else { return nil }
        return decidedOn.days(until: effectiveOn)
    }
}
