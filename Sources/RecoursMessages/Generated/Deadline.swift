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
    /// Field 4, `started_at_ms`.
    public var startedAtMs: Int64
    /// Reminders given: bit 0 at half of the time, bit 1 at four fifths, bit 2 on the last day.
    public var reminded: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: DeadlineKind = .unspecified,
        dueAtMs: Int64 = 0,
        party: PartyKind = .unspecified,
        startedAtMs: Int64 = 0,
        reminded: UInt32 = 0
    ) {
        self.kind = kind
        self.dueAtMs = dueAtMs
        self.party = party
        self.startedAtMs = startedAtMs
        self.reminded = reminded
    }

    /// `recours.v1.Deadline`.
    public static var protoName: String { "recours.v1.Deadline" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
