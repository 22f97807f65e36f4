// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

extension AdvanceClockRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&target, Target.byMs, as: JSONDecimal<Int64>.self, "byMs", "by_ms")
        try json.read(&target, Target.toMs, as: JSONDecimal<Int64>.self, "toMs", "to_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        switch target {
        case .byMs(let value):
            try json.write(Optional(value), as: JSONDecimal<Int64>.self, "byMs")
        case .toMs(let value):
            try json.write(Optional(value), as: JSONDecimal<Int64>.self, "toMs")
        case nil: break
        }
    }
}
