// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

/// One word between a side and the mediator.
public struct ConfidentialNote: RecoursMessage {
    /// Whose channel: the other side never reads it.
    public var side: PartySide
    /// Field 2, `writing`.
    public var writing: Writing?
    /// True if the mediator wrote it.
    public var byMediator: Bool
    /// Field 4, `at_ms`.
    public var atMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        side: PartySide = .unspecified,
        writing: Writing? = nil,
        byMediator: Bool = false,
        atMs: Int64 = 0
    ) {
        self.side = side
        self.writing = writing
        self.byMediator = byMediator
        self.atMs = atMs
    }

    /// `recours.v1.ConfidentialNote`.
    public static var protoName: String { "recours.v1.ConfidentialNote" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
