// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

/// Which quota was exhausted.
public struct QuotaFailure: RecoursMessage {
    /// Field 1, `quota`.
    public var quota: String
    /// Field 2, `limit`.
    public var limit: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        quota: String = "",
        limit: UInt64 = 0
    ) {
        self.quota = quota
        self.limit = limit
    }

    /// `recours.v1.QuotaFailure`.
    public static var protoName: String { "recours.v1.QuotaFailure" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
