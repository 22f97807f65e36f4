// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

/// A stable reason to switch on.
public struct ErrorInfo: RecoursMessage {
    /// UPPER_SNAKE_CASE, at most 63 bytes, e.g. "OUTCOME_UNKNOWN".
    public var reason: String
    /// "recours.v1".
    public var domain: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        reason: String = "",
        domain: String = ""
    ) {
        self.reason = reason
        self.domain = domain
    }

    /// `recours.v1.ErrorInfo`.
    public static var protoName: String { "recours.v1.ErrorInfo" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
