// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

extension Listing {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&platformListingID, "platformListingId", "platform_listing_id")
        try json.read(&url, "url")
        try json.read(&gtin, "gtin")
        try json.read(&sellerName, "sellerName", "seller_name")
        try json.read(&sellerID, "sellerId", "seller_id")
        try json.read(&price, "price")
        try json.read(
            &firstSeenAtMs, as: JSONDecimal<Int64>.self, "firstSeenAtMs", "first_seen_at_ms")
        try json.read(&reportedAtMs, as: JSONDecimal<Int64>.self, "reportedAtMs", "reported_at_ms")
        try json.read(&removedAtMs, as: JSONDecimal<Int64>.self, "removedAtMs", "removed_at_ms")
        try json.read(&state, "state")
        try json.read(&imageHash, as: JSONDecimal<UInt64>.self, "imageHash", "image_hash")
        try json.read(&title, "title")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(platformListingID, unless: "", "platformListingId")
        try json.write(url, unless: "", "url")
        try json.write(gtin, unless: "", "gtin")
        try json.write(sellerName, unless: "", "sellerName")
        try json.write(sellerID, unless: "", "sellerId")
        try json.write(price, "price")
        try json.write(firstSeenAtMs, as: JSONDecimal<Int64>.self, "firstSeenAtMs")
        try json.write(reportedAtMs, as: JSONDecimal<Int64>.self, "reportedAtMs")
        try json.write(removedAtMs, as: JSONDecimal<Int64>.self, "removedAtMs")
        try json.write(state, unless: .unspecified, "state")
        try json.write(imageHash, as: JSONDecimal<UInt64>.self, "imageHash")
        try json.write(title, unless: "", "title")
    }
}
