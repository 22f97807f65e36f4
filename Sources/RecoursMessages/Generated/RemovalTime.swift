// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// Minutes, rounded up, beyond a day to full hours; median and 95 % by nearest rank.
public struct RemovalTime: RecoursMessage {
    /// Field 1, `count`.
    public var count: UInt64
    /// Field 2, `median_minutes`.
    public var medianMinutes: UInt64
    /// Field 3, `p95_minutes`.
    public var p95Minutes: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        count: UInt64 = 0,
        medianMinutes: UInt64 = 0,
        p95Minutes: UInt64 = 0
    ) {
        self.count = count
        self.medianMinutes = medianMinutes
        self.p95Minutes = p95Minutes
    }

    /// `recours.v1.RemovalTime`.
    public static var protoName: String { "recours.v1.RemovalTime" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
