// SPDX-License-Identifier: EUPL-1.2

/// Writes a message's `Codable` conformance: protobuf's JSON mapping, with our own forms for
/// identifiers and hashes.
struct JSONSource {
    let message: Schema.Message
    let schema: Schema

    private var access: String { message.origin.access }

    var text: String {
        var out = SourceText(from: message.origin.file, imports: [])
        out.block("extension \(message.swiftName)") { out in
            out.line("/// Reads the message's JSON form; throws `DecodingError` with the path.")
            out.block("\(access) init(from decoder: any Decoder) throws") { out in
                out.line("\(message.fields.isEmpty ? "let" : "var") json = try JSONReader(decoder)")
                out.line("self.init()")
                for field in message.plainFields {
                    out.line("try json.read(&\(field.swiftName)\(form(field)), \(names(field)))")
                }
                for (index, oneof) in message.oneofs.enumerated() {
                    for field in message.fields where field.oneof == index {
                        readMember(&out, field, of: oneof)
                    }
                }
                out.line("try json.finish()")
            }
            out.line()
            out.line("/// Writes the message's JSON form, without what is absent or default.")
            out.block("\(access) func encode(to encoder: any Encoder) throws") { out in
                out.line("\(message.fields.isEmpty ? "_ =" : "var json =") JSONWriter(encoder)")
                message.plainFields.forEach { write(&out, $0) }
                message.oneofs.indices.forEach { writeOneof(&out, $0) }
            }
        }
        return out.text
    }

    private func write(_ out: inout SourceText, _ field: Schema.Field) {
        let unless =
            field.isRepeated || field.hasPresence ? "" : ", unless: \(schema.defaultValue(field))"
        let name = Naming.json(field.name)
        out.line("try json.write(\(field.swiftName)\(unless)\(form(field)), \"\(name)\")")
    }

    private func readMember(
        _ out: inout SourceText, _ field: Schema.Field, of oneof: Schema.Oneof
    ) {
        let form =
            form(field).isEmpty
            ? ", as: JSONPlain<\(schema.elementType(field))>.self" : form(field)
        let member = "\(Naming.type(oneof.name)).\(field.swiftName)"
        out.line(
            "try json.read(&\(Naming.property(oneof.name)), \(member)\(form), \(names(field)))")
    }

    private func writeOneof(_ out: inout SourceText, _ index: Int) {
        let oneof = message.oneofs[index]
        out.line("switch \(Naming.property(oneof.name)) {")
        for field in message.fields where field.oneof == index {
            out.line("case .\(field.swiftName)(let value):")
            out.indented { out in
                let name = Naming.json(field.name)
                out.line("try json.write(Optional(value)\(form(field)), \"\(name)\")")
            }
        }
        out.line("case nil: break")
        out.line("}")
    }

    /// The JSON name, and the schema's own name where it differs.
    private func names(_ field: Schema.Field) -> String {
        let json = Naming.json(field.name)
        return json == field.name ? "\"\(json)\"" : "\"\(json)\", \"\(field.name)\""
    }

    /// The wrapper that gives a value its JSON form; none for what is `Codable` as it should be.
    private func form(_ field: Schema.Field) -> String {
        switch field.type {
        case .int64, .uint64: ", as: JSONDecimal<\(schema.elementType(field))>.self"
        case .int32, .uint32: ", as: JSONNumber<\(schema.elementType(field))>.self"
        case .bytes: ", as: \(bytesForm(field.name)).self"
        default: ""
        }
    }

    private func bytesForm(_ name: String) -> String {
        if name == "id" || name.hasSuffix("_id") || name.hasSuffix("_ids") || name.hasSuffix("_key")
        {
            return "JSONIdentifier"
        }
        if name == "hash" || name.hasSuffix("_hash") || name.hasSuffix("sha256") {
            return "JSONHexadecimal"
        }
        return "JSONBase64"
    }
}
