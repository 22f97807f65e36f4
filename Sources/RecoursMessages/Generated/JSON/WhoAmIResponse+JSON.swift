// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

extension WhoAmIResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&partner, "partner")
        try json.read(
            &certificateNotAfterMs,
            as: JSONDecimal<Int64>.self,
            "certificateNotAfterMs",
            "certificate_not_after_ms")
        try json.read(&serverTimeMs, as: JSONDecimal<Int64>.self, "serverTimeMs", "server_time_ms")
        try json.read(&serverSoftware, "serverSoftware", "server_software")
        try json.read(&sandbox, "sandbox")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(partner, "partner")
        try json.write(
            certificateNotAfterMs, unless: 0, as: JSONDecimal<Int64>.self, "certificateNotAfterMs")
        try json.write(serverTimeMs, unless: 0, as: JSONDecimal<Int64>.self, "serverTimeMs")
        try json.write(serverSoftware, unless: "", "serverSoftware")
        try json.write(sandbox, unless: false, "sandbox")
    }
}
