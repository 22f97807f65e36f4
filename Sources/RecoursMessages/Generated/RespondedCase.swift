// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response_service.proto.

/// The message `recours.v1.RespondedCase`.
public struct RespondedCase: RecoursMessage {
    /// Field 1, `state`.
    public var state: CaseState
    /// Field 2, `version`.
    public var version: UInt64
    /// True if an earlier attempt with the same response_id had already answered.
    public var alreadyAnswered: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        state: CaseState = .unspecified,
        version: UInt64 = 0,
        alreadyAnswered: Bool = false
    ) {
        self.state = state
        self.version = version
        self.alreadyAnswered = alreadyAnswered
    }

    /// `recours.v1.RespondedCase`.
    public static var protoName: String { "recours.v1.RespondedCase" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
