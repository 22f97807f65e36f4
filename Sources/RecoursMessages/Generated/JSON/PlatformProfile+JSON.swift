// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

extension PlatformProfile {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&contact, "contact")
        try json.read(&validUntil, "validUntil", "valid_until")
        try json.read(&languages, "languages")
        try json.read(&internalComplaint, "internalComplaint", "internal_complaint")
        try json.read(&mediators, "mediators")
        try json.read(&outOfCourtBody, "outOfCourtBody", "out_of_court_body")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(contact, "contact")
        try json.write(validUntil, unless: "", "validUntil")
        try json.write(languages, "languages")
        try json.write(internalComplaint, unless: "", "internalComplaint")
        try json.write(mediators, "mediators")
        try json.write(outOfCourtBody, unless: "", "outOfCourtBody")
    }
}
