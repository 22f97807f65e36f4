// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// One running clock.
public struct Deadline: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: DeadlineKind
    /// Field 2, `due_at_ms`.
    public var dueAtMs: Int64
    /// Who must act before it passes.
    public var party: PartyKind

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: DeadlineKind = .unspecified,
        dueAtMs: Int64 = 0,
        party: PartyKind = .unspecified
    ) {
        self.kind = kind
        self.dueAtMs = dueAtMs
        self.party = party
    }

    /// `recours.v1.Deadline`.
    public static var protoName: String { "recours.v1.Deadline" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
