// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

extension Party {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&kind, "kind")
        try json.read(&legalName, "legalName", "legal_name")
        try json.read(&tradeName, "tradeName", "trade_name")
        try json.read(&siren, "siren")
        try json.read(&siret, "siret")
        try json.read(&foreignID, "foreignId", "foreign_id")
        try json.read(&vatNumber, "vatNumber", "vat_number")
        try json.read(&size, "size")
        try json.read(&nafCode, "nafCode", "naf_code")
        try json.read(&contact, "contact")
        try json.read(&address, "address")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(kind, unless: .unspecified, "kind")
        try json.write(legalName, unless: "", "legalName")
        try json.write(tradeName, unless: "", "tradeName")
        try json.write(siren, unless: "", "siren")
        try json.write(siret, unless: "", "siret")
        try json.write(foreignID, "foreignId")
        try json.write(vatNumber, unless: "", "vatNumber")
        try json.write(size, unless: .unspecified, "size")
        try json.write(nafCode, unless: "", "nafCode")
        try json.write(contact, "contact")
        try json.write(address, "address")
    }
}
