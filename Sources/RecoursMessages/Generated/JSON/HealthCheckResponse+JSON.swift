// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/health_service.proto.

extension HealthCheckResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&state, "state")
        try json.read(&sandbox, "sandbox")
        try json.read(&clockHeld, "clockHeld", "clock_held")
        try json.read(&revocationStale, "revocationStale", "revocation_stale")
        try json.read(&damaged, "damaged")
        try json.read(&reloadFailed, "reloadFailed", "reload_failed")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(state, unless: .unspecified, "state")
        try json.write(sandbox, unless: false, "sandbox")
        try json.write(clockHeld, unless: false, "clockHeld")
        try json.write(revocationStale, unless: false, "revocationStale")
        try json.write(damaged, unless: false, "damaged")
        try json.write(reloadFailed, unless: false, "reloadFailed")
    }
}
