// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

extension AddPartnerRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&kind, "kind")
        try json.read(&slug, "slug")
        try json.read(&name, "name")
        try json.read(&siren, "siren")
        try json.read(&certificateRequestPem, "certificateRequestPem", "certificate_request_pem")
        try json.read(&instance, "instance")
        try json.read(&validityDays, as: JSONNumber<UInt32>.self, "validityDays", "validity_days")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(kind, unless: .unspecified, "kind")
        try json.write(slug, unless: "", "slug")
        try json.write(name, unless: "", "name")
        try json.write(siren, unless: "", "siren")
        try json.write(certificateRequestPem, unless: "", "certificateRequestPem")
        try json.write(instance, unless: "", "instance")
        try json.write(validityDays, unless: 0, as: JSONNumber<UInt32>.self, "validityDays")
    }
}
