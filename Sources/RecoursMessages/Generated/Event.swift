// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// One change of a case. Events replayed in order give the case.
public struct Event: RecoursMessage {
    /// 1 for the first of the case; equals the case's version after it.
    public var sequence: UInt64
    /// Field 2, `at_ms`.
    public var atMs: Int64
    /// Field 3, `actor`.
    public var actor: PartnerReference?
    /// Field 4, `kind`.
    public var kind: EventKind
    /// Field 5, `state_before`.
    public var stateBefore: CaseState
    /// Field 6, `state_after`.
    public var stateAfter: CaseState
    /// Of a submission in a campaign.
    public var terms: CampaignTerms? {
        get { termsBox.value }
        set { termsBox = Boxed(newValue) }
    }
    var termsBox: Boxed<CampaignTerms>
    /// SHA-256 links of the case's chain.
    public var previousHash: [UInt8]
    /// Field 13, `hash`.
    public var hash: [UInt8]
    /// What the change brought; none for changes that are said by their kind.
    public var payload: Payload?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        sequence: UInt64 = 0,
        atMs: Int64 = 0,
        actor: PartnerReference? = nil,
        kind: EventKind = .unspecified,
        stateBefore: CaseState = .unspecified,
        stateAfter: CaseState = .unspecified,
        terms: CampaignTerms? = nil,
        previousHash: [UInt8] = [],
        hash: [UInt8] = [],
        payload: Payload? = nil
    ) {
        self.sequence = sequence
        self.atMs = atMs
        self.actor = actor
        self.kind = kind
        self.stateBefore = stateBefore
        self.stateAfter = stateAfter
        termsBox = Boxed(terms)
        self.previousHash = previousHash
        self.hash = hash
        self.payload = payload
    }

    /// The members of `payload`.
    public enum Payload: Sendable, Hashable {
        /// Field 7, `submitted`.
        indirect case submitted(CaseDraft)
        /// Field 8, `acknowledged`.
        indirect case acknowledged(Contact)
        /// Field 9, `responded`.
        indirect case responded(PlatformResponse)
        /// Field 10, `verdict`.
        case verdict(Verdict)
        /// Field 11, `reason`.
        case reason(String)
        /// Field 15, `writing`.
        case writing(Writing)
        /// Field 16, `inadmissibility`.
        case inadmissibility(Inadmissibility)
        /// Field 17, `merged`.
        case merged(MergeTarget)
        /// Field 18, `readdressed`.
        case readdressed(Readdressing)
        /// Field 19, `deadline`.
        case deadline(DeadlineMark)
        /// Field 20, `note`.
        case note(ConfidentialNote)
        /// Field 21, `agreement_answer`.
        case agreementAnswer(AgreementAnswer)
        /// Field 22, `outcome`.
        case outcome(MediationOutcome)
        /// Field 23, `disclosure`.
        case disclosure(Disclosure)
        /// Field 24, `flag`.
        case flag(CaseFlag)
        /// A draft as it was saved.
        indirect case saved(CaseDraft)
    }

    /// `recours.v1.Event`.
    public static var protoName: String { "recours.v1.Event" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
