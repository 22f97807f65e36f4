// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

/// The message `recours.v1.RetentionProgress`.
public struct RetentionProgress: RecoursMessage {
    /// Cases looked at so far.
    public var seen: UInt64
    /// By reason, so far; complete once anything is erased.
    public var counts: [RetentionCount]
    /// Field 3, `erased`.
    public var erased: UInt64
    /// Found otherwise when their turn came, e.g. reopened meanwhile.
    public var spared: UInt64
    /// Field 5, `finished`.
    public var finished: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        seen: UInt64 = 0,
        counts: [RetentionCount] = [],
        erased: UInt64 = 0,
        spared: UInt64 = 0,
        finished: Bool = false
    ) {
        self.seen = seen
        self.counts = counts
        self.erased = erased
        self.spared = spared
        self.finished = finished
    }

    /// `recours.v1.RetentionProgress`.
    public static var protoName: String { "recours.v1.RetentionProgress" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
