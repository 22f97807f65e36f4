// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// One limit. Whatever passes it is RESOURCE_EXHAUSTED with QuotaFailure and RetryInfo.
public struct PartnerLimit: RecoursMessage {
    /// In progress: "connections", "calls", "watches", "bulk_items" (of one stream). In a day of
    /// Paris: "cases_per_day", "bytes_per_day". A second: "writes_per_second", "write_burst",
    /// "read_units_per_second", "bytes_per_second". Of one thing: "message_bytes", "case_bytes",
    /// "page_items", "page_bytes". More may come.
    public var name: String
    /// 0: none.
    public var limit: UInt64
    /// What of it is used now; only where that is counted.
    public var used: UInt64?
    /// Of this partner alone.
    public var own: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        name: String = "",
        limit: UInt64 = 0,
        used: UInt64? = nil,
        own: Bool = false
    ) {
        self.name = name
        self.limit = limit
        self.used = used
        self.own = own
    }

    /// `recours.v1.PartnerLimit`.
    public static var protoName: String { "recours.v1.PartnerLimit" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
