// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

extension RunRetentionRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&dryRun, "dryRun", "dry_run")
        try json.read(&ceiling, as: JSONNumber<UInt32>.self, "ceiling")
        try json.read(&asOfMs, as: JSONDecimal<Int64>.self, "asOfMs", "as_of_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(dryRun, unless: false, "dryRun")
        try json.write(ceiling, unless: 0, as: JSONNumber<UInt32>.self, "ceiling")
        try json.write(asOfMs, unless: 0, as: JSONDecimal<Int64>.self, "asOfMs")
    }
}
