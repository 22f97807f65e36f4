// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.QuotaLimit`.
public struct QuotaLimit: RecoursMessage {
    /// One of those in a day or a second.
    public var name: String
    /// 0: none.
    public var limit: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        name: String = "",
        limit: UInt64 = 0
    ) {
        self.name = name
        self.limit = limit
    }

    /// `recours.v1.QuotaLimit`.
    public static var protoName: String { "recours.v1.QuotaLimit" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
