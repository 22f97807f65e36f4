// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

/// An agreement as the mediator proposed it.
public struct Agreement: RecoursMessage {
    /// 1 to 10,000 characters.
    public var text: String
    /// Field 2, `proposed_at_ms`.
    public var proposedAtMs: Int64
    /// Until both have accepted, each side sees only its own answer.
    public var acceptedByComplainant: Bool
    /// Field 4, `accepted_by_platform`.
    public var acceptedByPlatform: Bool
    /// Who declined it, if anybody.
    public var declinedBy: PartySide

    /// A message of these values; what is left out is absent or has its default.
    public init(
        text: String = "",
        proposedAtMs: Int64 = 0,
        acceptedByComplainant: Bool = false,
        acceptedByPlatform: Bool = false,
        declinedBy: PartySide = .unspecified
    ) {
        self.text = text
        self.proposedAtMs = proposedAtMs
        self.acceptedByComplainant = acceptedByComplainant
        self.acceptedByPlatform = acceptedByPlatform
        self.declinedBy = declinedBy
    }

    /// `recours.v1.Agreement`.
    public static var protoName: String { "recours.v1.Agreement" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
