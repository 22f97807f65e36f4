// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// A case as its parties see it.
public struct Case: RecoursMessage {
    /// 16 bytes: a UUID version 7 made by the server.
    public var id: [UInt8]
    /// "RC-1234-5678-90-K": the same for all parties; says nothing of how many cases there are.
    public var publicNumber: String
    /// Raised by 1 at each change.
    public var version: UInt64
    /// Field 4, `state`.
    public var state: CaseState
    /// Who submitted: the association, or the firm itself.
    public var submitter: PartnerReference?
    /// What was submitted.
    public var draft: CaseDraft? {
        get { draftBox.value }
        set { draftBox = Boxed(newValue) }
    }
    var draftBox: Boxed<CaseDraft>
    /// Field 7, `deadlines`.
    public var deadlines: [Deadline]
    /// The last acknowledgement's contact at the platform.
    public var platformContact: Contact? {
        get { platformContactBox.value }
        set { platformContactBox = Boxed(newValue) }
    }
    var platformContactBox: Boxed<Contact>
    /// All answers, oldest first.
    public var responses: [PlatformResponse]
    /// Verdicts, oldest first.
    public var verdicts: [Verdict]
    /// Why it is INADMISSIBLE, IN_MEDIATION or WITHDRAWN, where there is a reason.
    public var stateReason: String
    /// Field 12, `created_at_ms`.
    public var createdAtMs: Int64
    /// Field 13, `updated_at_ms`.
    public var updatedAtMs: Int64
    /// When it reached the inbox of the platform now addressed; absent if it never has.
    public var transmittedAtMs: Int64?
    /// Slug of the platform now addressed: another than the draft's after a re-addressing.
    public var platformID: String
    /// Field 16, `terms`.
    public var terms: CampaignTerms? {
        get { termsBox.value }
        set { termsBox = Boxed(newValue) }
    }
    var termsBox: Boxed<CampaignTerms>
    /// Clocks that stand still while information is asked for.
    public var pausedDeadlines: [Deadline]
    /// Field 18, `state_before_information`.
    public var stateBeforeInformation: CaseState
    /// What a withdrawn case goes back to if it is restored, and with which clocks.
    public var stateBeforeWithdrawal: CaseState
    /// Field 20, `withdrawn_deadlines`.
    public var withdrawnDeadlines: [Deadline]
    /// Questions, information, messages and statements, oldest first.
    public var exchanges: [Exchange]
    /// Field 22, `mediation`.
    public var mediation: Mediation? {
        get { mediationBox.value }
        set { mediationBox = Boxed(newValue) }
    }
    var mediationBox: Boxed<Mediation>
    /// Field 23, `inadmissibility`.
    public var inadmissibility: Inadmissibility?
    /// Field 24, `merged_into`.
    public var mergedInto: MergeTarget?
    /// Field 25, `flags`.
    public var flags: [CaseFlag]
    /// Clocks that ran out, in order; one may have run out twice.
    public var missedDeadlines: [DeadlineKind]
    /// Field 27, `readdressings`.
    public var readdressings: [Readdressing]
    /// How often the complainant has reopened it.
    public var reopenings: UInt32
    /// Questions asked so far by the platform, and by the mediator.
    public var platformQuestions: UInt32
    /// Field 30, `mediator_questions`.
    public var mediatorQuestions: UInt32
    /// Why it must not be erased; empty: it may.
    public var legalHold: String
    /// When it came into its state.
    public var stateSinceMs: Int64
    /// Field 33, `acknowledged_at_ms`.
    public var acknowledgedAtMs: Int64?
    /// What the platform may see now.
    public var disclosure: Disclosure

    /// A message of these values; what is left out is absent or has its default.
    public init(
        id: [UInt8] = [],
        publicNumber: String = "",
        version: UInt64 = 0,
        state: CaseState = .unspecified,
        submitter: PartnerReference? = nil,
        draft: CaseDraft? = nil,
        deadlines: [Deadline] = [],
        platformContact: Contact? = nil,
        responses: [PlatformResponse] = [],
        verdicts: [Verdict] = [],
        stateReason: String = "",
        createdAtMs: Int64 = 0,
        updatedAtMs: Int64 = 0,
        transmittedAtMs: Int64? = nil,
        platformID: String = "",
        terms: CampaignTerms? = nil,
        pausedDeadlines: [Deadline] = [],
        stateBeforeInformation: CaseState = .unspecified,
        stateBeforeWithdrawal: CaseState = .unspecified,
        withdrawnDeadlines: [Deadline] = [],
        exchanges: [Exchange] = [],
        mediation: Mediation? = nil,
        inadmissibility: Inadmissibility? = nil,
        mergedInto: MergeTarget? = nil,
        flags: [CaseFlag] = [],
        missedDeadlines: [DeadlineKind] = [],
        readdressings: [Readdressing] = [],
        reopenings: UInt32 = 0,
        platformQuestions: UInt32 = 0,
        mediatorQuestions: UInt32 = 0,
        legalHold: String = "",
        stateSinceMs: Int64 = 0,
        acknowledgedAtMs: Int64? = nil,
        disclosure: Disclosure = .unspecified
    ) {
        self.id = id
        self.publicNumber = publicNumber
        self.version = version
        self.state = state
        self.submitter = submitter
        draftBox = Boxed(draft)
        self.deadlines = deadlines
        platformContactBox = Boxed(platformContact)
        self.responses = responses
        self.verdicts = verdicts
        self.stateReason = stateReason
        self.createdAtMs = createdAtMs
        self.updatedAtMs = updatedAtMs
        self.transmittedAtMs = transmittedAtMs
        self.platformID = platformID
        termsBox = Boxed(terms)
        self.pausedDeadlines = pausedDeadlines
        self.stateBeforeInformation = stateBeforeInformation
        self.stateBeforeWithdrawal = stateBeforeWithdrawal
        self.withdrawnDeadlines = withdrawnDeadlines
        self.exchanges = exchanges
        mediationBox = Boxed(mediation)
        self.inadmissibility = inadmissibility
        self.mergedInto = mergedInto
        self.flags = flags
        self.missedDeadlines = missedDeadlines
        self.readdressings = readdressings
        self.reopenings = reopenings
        self.platformQuestions = platformQuestions
        self.mediatorQuestions = mediatorQuestions
        self.legalHold = legalHold
        self.stateSinceMs = stateSinceMs
        self.acknowledgedAtMs = acknowledgedAtMs
        self.disclosure = disclosure
    }

    /// `recours.v1.Case`.
    public static var protoName: String { "recours.v1.Case" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
