// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

/// The message `recours.v1.RetentionCount`.
public struct RetentionCount: RecoursMessage {
    /// Field 1, `reason`.
    public var reason: RetentionReason
    /// Field 2, `due`.
    public var due: UInt64
    /// Due, but under a legal hold.
    public var held: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        reason: RetentionReason = .unspecified,
        due: UInt64 = 0,
        held: UInt64 = 0
    ) {
        self.reason = reason
        self.due = due
        self.held = held
    }

    /// `recours.v1.RetentionCount`.
    public static var protoName: String { "recours.v1.RetentionCount" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
