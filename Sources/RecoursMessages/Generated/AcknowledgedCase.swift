// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

/// The message `recours.v1.AcknowledgedCase`.
public struct AcknowledgedCase: RecoursMessage {
    /// Field 1, `state`.
    public var state: CaseState
    /// Field 2, `version`.
    public var version: UInt64
    /// True if it was acknowledged before.
    public var alreadyAcknowledged: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        state: CaseState = .unspecified,
        version: UInt64 = 0,
        alreadyAcknowledged: Bool = false
    ) {
        self.state = state
        self.version = version
        self.alreadyAcknowledged = alreadyAcknowledged
    }

    /// `recours.v1.AcknowledgedCase`.
    public static var protoName: String { "recours.v1.AcknowledgedCase" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
