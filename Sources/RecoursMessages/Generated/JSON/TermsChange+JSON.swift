// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

extension TermsChange {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&announcedOn, "announcedOn", "announced_on")
        try json.read(&effectiveOn, "effectiveOn", "effective_on")
        try json.read(&durableMedium, "durableMedium", "durable_medium")
        try json.read(&documentURL, "documentUrl", "document_url")
        try json.read(&kind, "kind")
        try json.read(&noticeDays, as: JSONNumber<Int32>.self, "noticeDays", "notice_days")
        try json.read(&below15, "below15", "below_15")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(announcedOn, unless: "", "announcedOn")
        try json.write(effectiveOn, unless: "", "effectiveOn")
        try json.write(durableMedium, unless: false, "durableMedium")
        try json.write(documentURL, unless: "", "documentUrl")
        try json.write(kind, unless: .unspecified, "kind")
        try json.write(noticeDays, as: JSONNumber<Int32>.self, "noticeDays")
        try json.write(below15, "below15")
    }
}
