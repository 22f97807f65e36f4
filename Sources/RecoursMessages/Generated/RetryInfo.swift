// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

/// When to try again.
public struct RetryInfo: RecoursMessage {
    /// Field 1, `retry_after_ms`.
    public var retryAfterMs: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        retryAfterMs: UInt64 = 0
    ) {
        self.retryAfterMs = retryAfterMs
    }

    /// `recours.v1.RetryInfo`.
    public static var protoName: String { "recours.v1.RetryInfo" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
