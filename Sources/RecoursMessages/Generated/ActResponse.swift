// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

/// The message `recours.v1.ActResponse`.
public struct ActResponse: RecoursMessage {
    /// Field 1, `state`.
    public var state: CaseState
    /// Field 2, `version`.
    public var version: UInt64
    /// True if an earlier attempt with the same key had already done it.
    public var alreadyDone: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        state: CaseState = .unspecified,
        version: UInt64 = 0,
        alreadyDone: Bool = false
    ) {
        self.state = state
        self.version = version
        self.alreadyDone = alreadyDone
    }

    /// `recours.v1.ActResponse`.
    public static var protoName: String { "recours.v1.ActResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
