// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// A case in the queue, without its complainant.
public struct QueueItem: RecoursMessage {
    /// Field 1, `case_id`.
    public var caseID: [UInt8]
    /// Field 2, `public_number`.
    public var publicNumber: String
    /// Field 3, `version`.
    public var version: UInt64
    /// Field 4, `state`.
    public var state: CaseState
    /// Field 5, `reason`.
    public var reason: QueueReason
    /// When somebody must have acted; absent if no clock runs.
    public var dueAtMs: Int64?
    /// Platform, category and clause.
    public var like: ClusterKey?
    /// Slug of the mediator in charge; empty: nobody.
    public var mediator: String
    /// Field 9, `title`.
    public var title: String
    /// Field 10, `urgency`.
    public var urgency: Urgency
    /// When the case was filed.
    public var createdAtMs: Int64
    /// Flags of the case, such as a suspected retaliation.
    public var flags: [CaseFlagKind]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        publicNumber: String = "",
        version: UInt64 = 0,
        state: CaseState = .unspecified,
        reason: QueueReason = .unspecified,
        dueAtMs: Int64? = nil,
        like: ClusterKey? = nil,
        mediator: String = "",
        title: String = "",
        urgency: Urgency = .unspecified,
        createdAtMs: Int64 = 0,
        flags: [CaseFlagKind] = []
    ) {
        self.caseID = caseID
        self.publicNumber = publicNumber
        self.version = version
        self.state = state
        self.reason = reason
        self.dueAtMs = dueAtMs
        self.like = like
        self.mediator = mediator
        self.title = title
        self.urgency = urgency
        self.createdAtMs = createdAtMs
        self.flags = flags
    }

    /// `recours.v1.QueueItem`.
    public static var protoName: String { "recours.v1.QueueItem" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
