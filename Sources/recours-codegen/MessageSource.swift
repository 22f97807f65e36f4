// SPDX-License-Identifier: EUPL-1.2

/// Writes a message's Swift type: properties, oneofs and the memberwise initializer.
struct MessageSource {
    let message: Schema.Message
    let schema: Schema

    private var access: String { message.origin.access }

    /// The type's file.
    var type: String {
        var out = SourceText(from: message.origin.file, imports: [])
        out.document(message.comment, otherwise: "The message `\(message.fullName)`.")
        out.block("\(access) struct \(message.swiftName): RecoursMessage") { out in
            for field in message.plainFields {
                out.document(
                    field.comment, otherwise: "Field \(field.number), `\(field.name)`.")
                property(&out, field)
            }
            for oneof in message.oneofs {
                out.document(
                    oneof.comment, otherwise: "One of several, or none: `\(oneof.name)`.")
                out.line(
                    "\(access) var \(Naming.property(oneof.name)): \(Naming.type(oneof.name))?")
            }
            if !message.fields.isEmpty { out.line() }
            initializer(&out)
            for index in message.oneofs.indices {
                out.line()
                oneofType(&out, index)
            }
            out.line()
            out.line("/// `\(message.fullName)`.")
            out.line("\(access) static var protoName: String { \"\(message.fullName)\" }")
            out.line()
            out.line("/// How the message is encoded and decoded.")
            out.line("\(access) static var coding: MessageCoding<Self> { MessageCoding() }")
        }
        return out.text
    }

    private func property(_ out: inout SourceText, _ field: Schema.Field) {
        let declaration =
            "\(access) var \(field.swiftName): \(schema.propertyType(field))"
        guard schema.isBoxed(field) else {
            out.line(declaration)
            return
        }
        out.block(declaration) { out in
            out.line("get { \(field.boxName).value }")
            out.line("set { \(field.boxName) = Boxed(newValue) }")
        }
        out.line("var \(field.boxName): Boxed<\(schema.elementType(field))>")
    }

    private func initializer(_ out: inout SourceText) {
        var parameters = message.plainFields.map { field in
            let type = schema.propertyType(field)
            return (field.swiftName, type, schema.defaultValue(field))
        }
        for oneof in message.oneofs {
            parameters.append((Naming.property(oneof.name), Naming.type(oneof.name) + "?", "nil"))
        }
        out.line("/// A message of these values; what is left out is absent or has its default.")
        guard !parameters.isEmpty else {
            out.line("\(access) init() {}")
            return
        }
        out.line("\(access) init(")
        out.indented { out in
            for (index, (name, type, value)) in parameters.enumerated() {
                out.line(
                    "\(name): \(type) = \(value)" + (index < parameters.count - 1 ? "," : ""))
            }
        }
        out.block(")") { out in
            for field in message.plainFields {
                if schema.isBoxed(field) {
                    out.line("\(field.boxName) = Boxed(\(field.swiftName))")
                } else {
                    out.line("self.\(field.swiftName) = \(field.swiftName)")
                }
            }
            for oneof in message.oneofs {
                let name = Naming.property(oneof.name)
                out.line("self.\(name) = \(name)")
            }
        }
    }

    private func oneofType(_ out: inout SourceText, _ index: Int) {
        let oneof = message.oneofs[index]
        out.document("The members of `\(oneof.name)`.", otherwise: "")
        out.block("\(access) enum \(Naming.type(oneof.name)): Sendable, Hashable") { out in
            for field in message.fields where field.oneof == index {
                out.document(
                    field.comment, otherwise: "Field \(field.number), `\(field.name)`.")
                let indirect = schema.isBoxed(field) ? "indirect " : ""
                out.line("\(indirect)case \(field.swiftName)(\(schema.elementType(field)))")
            }
        }
    }
}
