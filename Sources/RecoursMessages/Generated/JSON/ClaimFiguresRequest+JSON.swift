// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

extension ClaimFiguresRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&claimID, as: JSONIdentifier.self, "claimId", "claim_id")
        try json.read(&platformID, "platformId", "platform_id")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(claimID, unless: [], as: JSONIdentifier.self, "claimId")
        try json.write(platformID, unless: "", "platformId")
    }
}
