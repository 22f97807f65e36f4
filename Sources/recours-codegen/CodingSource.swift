// SPDX-License-Identifier: EUPL-1.2

/// Writes how a message is made of protobuf-c's struct, and the struct of the message.
struct CodingSource {
    let message: Schema.Message
    let schema: Schema

    var text: String {
        var out = SourceText(
            from: message.origin.file,
            imports: ["internal import CProtobufC", "internal import CRecoursProtos"])
        let isEmpty = message.fields.isEmpty
        out.block("extension \(message.swiftName): CMessage") { out in
            out.block("static var descriptor: UnsafePointer<ProtobufCMessageDescriptor>") { out in
                out.line("\(message.cSymbol)__descriptor_pointer()")
            }
            out.line()
            out.block("init(_ c: UnsafePointer<\(message.cType)>, _ reader: inout MessageReader)") {
                out in
                message.plainFields.forEach { decode(&out, $0) }
                message.oneofs.indices.forEach { decodeOneof(&out, $0) }
            }
            out.line()
            out.block(
                "func write(to c: UnsafeMutablePointer<\(message.cType)>, _ tree: MessageTree)"
            ) { out in
                guard !isEmpty else { return }
                message.plainFields.forEach { encode(&out, $0) }
                message.oneofs.indices.forEach { encodeOneof(&out, $0) }
            }
        }
        return out.text
    }

    // MARK: Decoding

    private func decode(_ out: inout SourceText, _ field: Schema.Field) {
        let boxed = schema.isBoxed(field)
        let target = boxed ? field.boxName : field.swiftName
        if field.isRepeated {
            out.assignment(target, repeatedExpression(field))
        } else if case .message = field.type {
            // Where an absent message is, the pointer is NULL, in its one-member oneof too.
            let call = boxed ? "boxed" : "message"
            out.assignment(target, "reader.\(call)(c.pointee.\(field.name), \"\(field.name)\")")
        } else if field.isSynthetic {
            out.assignment(target, "\(presence(field)) ? \(expression(field)) : nil")
        } else {
            out.assignment(target, expression(field))
        }
    }

    private func presence(_ field: Schema.Field) -> String {
        "c.pointee._\(field.name)_case.rawValue == \(field.number)"
    }

    private func expression(_ field: Schema.Field) -> String {
        let member = "c.pointee.\(field.name)"
        return switch field.type {
        case .bool: "\(member) != 0"
        case .string: "reader.text(\(member), \"\(field.name)\")"
        case .bytes: "reader.bytes(\(member))"
        case .enumeration: "reader.value(\(member))"
        case .message: "reader.message(\(member), \"\(field.name)\")"
        default: member
        }
    }

    private func repeatedExpression(_ field: Schema.Field) -> String {
        let members = "c.pointee.\(field.name), c.pointee.n_\(field.name)"
        return switch field.type {
        case .string: "reader.texts(\(members), \"\(field.name)\")"
        case .bytes: "reader.byteStrings(\(members))"
        case .enumeration: "reader.values(\(members))"
        case .message: "reader.messages(\(members), \"\(field.name)\")"
        default: "reader.numbers(\(members))"
        }
    }

    private func decodeOneof(_ out: inout SourceText, _ index: Int) {
        let oneof = message.oneofs[index]
        let property = Naming.property(oneof.name)
        out.line("switch c.pointee.\(oneof.name)_case.rawValue {")
        for field in message.fields where field.oneof == index {
            out.line("case \(field.number):")
            out.indented { out in
                let value = expression(field)
                if case .message = field.type {
                    let map = ".map(\(Naming.type(oneof.name)).\(field.swiftName))"
                    out.assignment(property, value + map)
                } else {
                    out.assignment(property, ".\(field.swiftName)(\(value))")
                }
            }
        }
        out.line("default: \(property) = nil")
        out.line("}")
    }

    // MARK: Encoding

    private func encode(_ out: inout SourceText, _ field: Schema.Field) {
        if field.isRepeated {
            out.line("c.pointee.n_\(field.name) = \(field.swiftName).count")
            let call =
                switch field.type {
                case .string: "texts"
                case .bytes: "byteStrings"
                case .enumeration: "values"
                case .message: "messages"
                default: "numbers"
                }
            out.assignment("c.pointee.\(field.name)", "tree.\(call)(\(field.swiftName))")
        } else if field.hasPresence {
            out.block("if let \(field.swiftName)") { out in
                if field.isSynthetic {
                    out.assignment(
                        "c.pointee._\(field.name)_case",
                        ".init(rawValue: \(field.number))")
                }
                out.assignment("c.pointee.\(field.name)", value(field, field.swiftName))
            }
        } else {
            out.assignment("c.pointee.\(field.name)", value(field, field.swiftName))
        }
    }

    private func value(_ field: Schema.Field, _ name: String) -> String {
        switch field.type {
        case .bool: "\(name) ? 1 : 0"
        case .string: "tree.text(\(name))"
        case .bytes: "tree.bytes(\(name))"
        case .enumeration: ".init(rawValue: \(name).bitPattern)"
        case .message: "tree.message(\(name))"
        default: name
        }
    }

    private func encodeOneof(_ out: inout SourceText, _ index: Int) {
        let oneof = message.oneofs[index]
        out.line("switch \(Naming.property(oneof.name)) {")
        for field in message.fields where field.oneof == index {
            out.line("case .\(field.swiftName)(let value):")
            out.indented { out in
                out.line("c.pointee.\(oneof.name)_case = .init(rawValue: \(field.number))")
                out.assignment("c.pointee.\(field.name)", self.value(field, "value"))
            }
        }
        out.line("case nil: break")
        out.line("}")
    }
}
