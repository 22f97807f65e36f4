// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

extension SubmissionReceipt {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&caseID, as: JSONIdentifier.self, "caseId", "case_id")
        try json.read(&publicNumber, "publicNumber", "public_number")
        try json.read(&state, "state")
        try json.read(&version, as: JSONDecimal<UInt64>.self, "version")
        try json.read(&filedAtMs, as: JSONDecimal<Int64>.self, "filedAtMs", "filed_at_ms")
        try json.read(&alreadyFiled, "alreadyFiled", "already_filed")
        try json.read(&warnings, "warnings")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(caseID, unless: [], as: JSONIdentifier.self, "caseId")
        try json.write(publicNumber, unless: "", "publicNumber")
        try json.write(state, unless: .unspecified, "state")
        try json.write(version, unless: 0, as: JSONDecimal<UInt64>.self, "version")
        try json.write(filedAtMs, unless: 0, as: JSONDecimal<Int64>.self, "filedAtMs")
        try json.write(alreadyFiled, unless: false, "alreadyFiled")
        try json.write(warnings, "warnings")
    }
}
