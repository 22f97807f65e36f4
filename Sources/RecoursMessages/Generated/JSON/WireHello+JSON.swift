// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

extension WireHello {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    package init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(
            &minorRevision, as: JSONNumber<UInt32>.self, "minorRevision", "minor_revision")
        try json.read(&features, as: JSONDecimal<UInt64>.self, "features")
        try json.read(
            &maxFrameBytes, as: JSONNumber<UInt32>.self, "maxFrameBytes", "max_frame_bytes")
        try json.read(
            &maxMessageBytes, as: JSONNumber<UInt32>.self, "maxMessageBytes", "max_message_bytes")
        try json.read(
            &callCreditBytes, as: JSONNumber<UInt32>.self, "callCreditBytes", "call_credit_bytes")
        try json.read(
            &connectionCreditBytes,
            as: JSONNumber<UInt32>.self,
            "connectionCreditBytes",
            "connection_credit_bytes")
        try json.read(&maxCalls, as: JSONNumber<UInt32>.self, "maxCalls", "max_calls")
        try json.read(
            &minPingIntervalMs,
            as: JSONNumber<UInt32>.self,
            "minPingIntervalMs",
            "min_ping_interval_ms")
        try json.read(&software, "software")
        try json.read(&schemaHash, as: JSONHexadecimal.self, "schemaHash", "schema_hash")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    package func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(minorRevision, unless: 0, as: JSONNumber<UInt32>.self, "minorRevision")
        try json.write(features, unless: 0, as: JSONDecimal<UInt64>.self, "features")
        try json.write(maxFrameBytes, unless: 0, as: JSONNumber<UInt32>.self, "maxFrameBytes")
        try json.write(maxMessageBytes, unless: 0, as: JSONNumber<UInt32>.self, "maxMessageBytes")
        try json.write(callCreditBytes, unless: 0, as: JSONNumber<UInt32>.self, "callCreditBytes")
        try json.write(
            connectionCreditBytes, unless: 0, as: JSONNumber<UInt32>.self, "connectionCreditBytes")
        try json.write(maxCalls, unless: 0, as: JSONNumber<UInt32>.self, "maxCalls")
        try json.write(
            minPingIntervalMs, unless: 0, as: JSONNumber<UInt32>.self, "minPingIntervalMs")
        try json.write(software, unless: "", "software")
        try json.write(schemaHash, unless: [], as: JSONHexadecimal.self, "schemaHash")
    }
}
