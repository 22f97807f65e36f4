// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

extension WireCancel {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    package init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&reason, "reason")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    package func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        try json.write(reason, unless: .unspecified, "reason")
    }
}
