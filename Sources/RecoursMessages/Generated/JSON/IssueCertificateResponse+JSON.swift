// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

extension IssueCertificateResponse {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&certificatePem, "certificatePem", "certificate_pem")
        try json.read(&trustPem, "trustPem", "trust_pem")
        try json.read(&notAfterMs, as: JSONDecimal<Int64>.self, "notAfterMs", "not_after_ms")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(certificatePem, unless: "", "certificatePem")
        try json.write(trustPem, unless: "", "trustPem")
        try json.write(notAfterMs, unless: 0, as: JSONDecimal<Int64>.self, "notAfterMs")
    }
}
