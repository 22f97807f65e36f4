// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

extension GetClockResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&nowMs, as: JSONDecimal<Int64>.self, "nowMs", "now_ms")
        try json.read(&machineMs, as: JSONDecimal<Int64>.self, "machineMs", "machine_ms")
        try json.read(&sandbox, "sandbox")
        try json.read(&held, "held")
        try json.read(&nextAlarmMs, as: JSONDecimal<Int64>.self, "nextAlarmMs", "next_alarm_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(nowMs, unless: 0, as: JSONDecimal<Int64>.self, "nowMs")
        try json.write(machineMs, unless: 0, as: JSONDecimal<Int64>.self, "machineMs")
        try json.write(sandbox, unless: false, "sandbox")
        try json.write(held, unless: false, "held")
        try json.write(nextAlarmMs, unless: 0, as: JSONDecimal<Int64>.self, "nextAlarmMs")
    }
}
