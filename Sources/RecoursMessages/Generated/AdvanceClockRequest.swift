// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

/// The message `recours.v1.AdvanceClockRequest`.
public struct AdvanceClockRequest: RecoursMessage {
    /// One of several, or none: `target`.
    public var target: Target?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        target: Target? = nil
    ) {
        self.target = target
    }

    /// The members of `target`.
    public enum Target: Sendable, Hashable {
        /// How long, more than 0 and at most ten years.
        case byMs(Int64)
        /// To which instant, not before the present one and at most ten years after.
        case toMs(Int64)
    }

    /// `recours.v1.AdvanceClockRequest`.
    public static var protoName: String { "recours.v1.AdvanceClockRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
