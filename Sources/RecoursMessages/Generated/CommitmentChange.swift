// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

/// One step in a commitment's life.
public struct CommitmentChange: RecoursMessage {
    /// Field 1, `at_ms`.
    public var atMs: Int64
    /// "system" for what a case's course or the clock brought about.
    public var actor: PartnerReference?
    /// Field 3, `state`.
    public var state: CommitmentState
    /// Field 4, `reason`.
    public var reason: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        atMs: Int64 = 0,
        actor: PartnerReference? = nil,
        state: CommitmentState = .unspecified,
        reason: String = ""
    ) {
        self.atMs = atMs
        self.actor = actor
        self.state = state
        self.reason = reason
    }

    /// `recours.v1.CommitmentChange`.
    public static var protoName: String { "recours.v1.CommitmentChange" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
