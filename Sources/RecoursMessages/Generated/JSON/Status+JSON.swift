// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

extension Status {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&code, "code")
        try json.read(&message, "message")
        try json.read(&details, "details")
        try json.read(&requestID, "requestId", "request_id")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(code, unless: .ok, "code")
        try json.write(message, unless: "", "message")
        try json.write(details, "details")
        try json.write(requestID, unless: "", "requestId")
    }
}
