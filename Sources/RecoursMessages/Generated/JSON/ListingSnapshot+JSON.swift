// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

extension ListingSnapshot {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(
            &clientSequence, as: JSONDecimal<UInt64>.self, "clientSequence", "client_sequence")
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&platformListingID, "platformListingId", "platform_listing_id")
        try json.read(&url, "url")
        try json.read(&title, "title")
        try json.read(&brand, "brand")
        try json.read(&gtin, "gtin")
        try json.read(&sellerName, "sellerName", "seller_name")
        try json.read(&sellerID, "sellerId", "seller_id")
        try json.read(&price, "price")
        try json.read(&pictures, "pictures")
        try json.read(&seenAtMs, as: JSONDecimal<Int64>.self, "seenAtMs", "seen_at_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(clientSequence, unless: 0, as: JSONDecimal<UInt64>.self, "clientSequence")
        try json.write(platformID, unless: "", "platformId")
        try json.write(platformListingID, unless: "", "platformListingId")
        try json.write(url, unless: "", "url")
        try json.write(title, unless: "", "title")
        try json.write(brand, unless: "", "brand")
        try json.write(gtin, unless: "", "gtin")
        try json.write(sellerName, unless: "", "sellerName")
        try json.write(sellerID, unless: "", "sellerId")
        try json.write(price, "price")
        try json.write(pictures, "pictures")
        try json.write(seenAtMs, unless: 0, as: JSONDecimal<Int64>.self, "seenAtMs")
    }
}
