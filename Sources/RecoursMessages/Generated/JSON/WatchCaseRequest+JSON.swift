// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

extension WatchCaseRequest {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&caseID, as: JSONIdentifier.self, "caseId", "case_id")
        try json.read(&afterVersion, as: JSONDecimal<UInt64>.self, "afterVersion", "after_version")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(caseID, unless: [], as: JSONIdentifier.self, "caseId")
        try json.write(afterVersion, unless: 0, as: JSONDecimal<UInt64>.self, "afterVersion")
    }
}
