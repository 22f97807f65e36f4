// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

extension WorkDraft {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&owner, "owner")
        try json.read(&ipClaim, "ipClaim", "ip_claim")
        try json.read(&title, "title")
        try json.read(&brand, "brand")
        try json.read(&gtins, "gtins")
        try json.read(&pictures, "pictures")
        try json.read(&monthlyLoss, "monthlyLoss", "monthly_loss")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(owner, "owner")
        try json.write(ipClaim, "ipClaim")
        try json.write(title, unless: "", "title")
        try json.write(brand, unless: "", "brand")
        try json.write(gtins, "gtins")
        try json.write(pictures, "pictures")
        try json.write(monthlyLoss, "monthlyLoss")
    }
}
