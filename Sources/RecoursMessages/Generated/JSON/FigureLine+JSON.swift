// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

extension FigureLine {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&platformID, "platformId", "platform_id")
        try json.read(&category, "category")
        try json.read(&month, "month")
        try json.read(&counts, "counts")
        try json.read(&durations, "durations")
        try json.read(&platformName, "platformName", "platform_name")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(platformID, unless: "", "platformId")
        try json.write(category, unless: .unspecified, "category")
        try json.write(month, unless: "", "month")
        try json.write(counts, "counts")
        try json.write(durations, "durations")
        try json.write(platformName, unless: "", "platformName")
    }
}
