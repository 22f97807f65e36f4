// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

extension GetFiguresResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&readAtMs, as: JSONDecimal<Int64>.self, "readAtMs", "read_at_ms")
        try json.read(&threshold, as: JSONNumber<UInt32>.self, "threshold")
        try json.read(&lines, "lines")
        try json.read(&monthsLeftOut, "monthsLeftOut", "months_left_out")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(readAtMs, unless: 0, as: JSONDecimal<Int64>.self, "readAtMs")
        try json.write(threshold, unless: 0, as: JSONNumber<UInt32>.self, "threshold")
        try json.write(lines, "lines")
        try json.write(monthsLeftOut, unless: false, "monthsLeftOut")
    }
}
