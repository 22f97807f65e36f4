// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

extension AdvanceClockResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&nowMs, as: JSONDecimal<Int64>.self, "nowMs", "now_ms")
        try json.read(&acted, as: JSONDecimal<UInt64>.self, "acted")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(nowMs, unless: 0, as: JSONDecimal<Int64>.self, "nowMs")
        try json.write(acted, unless: 0, as: JSONDecimal<UInt64>.self, "acted")
    }
}
