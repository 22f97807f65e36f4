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
    /// When it reached the platform's inbox; absent if it never has.
    public var transmittedAtMs: Int64?

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
        transmittedAtMs: Int64? = nil
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
    }

    /// `recours.v1.Case`.
    public static var protoName: String { "recours.v1.Case" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
