// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

/// The message `recours.v1.AdvanceClockResponse`.
public struct AdvanceClockResponse: RecoursMessage {
    /// The time it is now.
    public var nowMs: Int64
    /// How many times a case was acted on.
    public var acted: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        nowMs: Int64 = 0,
        acted: UInt64 = 0
    ) {
        self.nowMs = nowMs
        self.acted = acted
    }

    /// `recours.v1.AdvanceClockResponse`.
    public static var protoName: String { "recours.v1.AdvanceClockResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
