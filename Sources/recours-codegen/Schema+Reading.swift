// SPDX-License-Identifier: EUPL-1.2

internal import CDescriptorProtos
internal import CProtobufC

extension Schema {
    /// Reads the files of our packages out of a descriptor set.
    ///
    /// Refuses what the generated code cannot hold: proto2, nested types, maps, groups and floating
    /// point (money is in minor units, and nothing else needs a fraction).
    init(reading set: DescriptorSet) throws(CodegenError) {
        for pointer in set.files {
            try read(pointer.pointee)
        }
        try checkReferences()
    }

    private mutating func read(
        _ file: Google__Protobuf__FileDescriptorProto
    ) throws(CodegenError) {
        let origin = Origin(file: text(file.name), package: text(file.package))
        guard text(file.syntax) == "proto3" else {
            throw CodegenError("\(origin.file) is not proto3")
        }
        let comments = Comments(file.source_code_info)
        files.append(origin.file)
        for (index, pointer) in list(file.message_type, file.n_message_type).enumerated() {
            messages.append(
                try Self.message(pointer.pointee, origin, comments, path: [4, Int32(index)]))
        }
        for (index, pointer) in list(file.enum_type, file.n_enum_type).enumerated() {
            enumerations.append(
                try Self.enumeration(pointer.pointee, origin, comments, path: [5, Int32(index)]))
        }
        for (index, pointer) in list(file.service, file.n_service).enumerated() {
            services.append(
                Self.service(pointer.pointee, origin, comments, path: [6, Int32(index)]))
        }
    }

    private static func message(
        _ descriptor: Google__Protobuf__DescriptorProto, _ origin: Origin, _ comments: Comments,
        path: [Int32]
    ) throws(CodegenError) -> Message {
        var message = Message(
            origin: origin, name: text(descriptor.name), comment: comments.at(path))
        guard descriptor.n_nested_type == 0, descriptor.n_enum_type == 0 else {
            throw CodegenError("\(message.fullName) declares types within itself, or a map")
        }
        for (index, pointer) in list(descriptor.field, descriptor.n_field).enumerated() {
            message.fields.append(
                try field(pointer.pointee, of: message, comments.at(path + [2, Int32(index)])))
        }
        // Synthetic oneofs come after the real ones.
        let real = (message.fields.compactMap(\.oneof).max() ?? -1) + 1
        for (index, pointer) in list(descriptor.oneof_decl, real).enumerated() {
            message.oneofs.append(
                Oneof(
                    name: text(pointer.pointee.name),
                    comment: comments.at(path + [8, Int32(index)])))
        }
        return message
    }

    private static func field(
        _ descriptor: Google__Protobuf__FieldDescriptorProto, of message: Message, _ comment: String
    ) throws(CodegenError) -> Field {
        let name = text(descriptor.name)
        guard !Naming.isReservedInC(name) else {
            throw CodegenError("\(message.fullName).\(name) is a keyword in C or C++")
        }
        let typeName = String(text(descriptor.type_name).dropFirst())
        let type: FieldType
        switch descriptor.type.rawValue {
        case 5, 15, 17: type = .int32
        case 3, 16, 18: type = .int64
        case 13, 7: type = .uint32
        case 4, 6: type = .uint64
        case 8: type = .bool
        case 9: type = .string
        case 12: type = .bytes
        case 14: type = .enumeration(typeName)
        case 11: type = .message(typeName)
        default: throw CodegenError("\(message.fullName).\(name) has a type we do not generate")
        }
        let isSynthetic = descriptor.proto3_optional != 0
        return Field(
            name: name, number: descriptor.number, type: type,
            isRepeated: descriptor.label.rawValue == 3, isSynthetic: isSynthetic,
            oneof: descriptor.has_oneof_index != 0 && !isSynthetic
                ? Int(descriptor.oneof_index) : nil,
            comment: comment)
    }

    private static func enumeration(
        _ descriptor: Google__Protobuf__EnumDescriptorProto, _ origin: Origin,
        _ comments: Comments, path: [Int32]
    ) throws(CodegenError) -> Enumeration {
        var enumeration = Enumeration(
            origin: origin, name: text(descriptor.name), comment: comments.at(path))
        for (index, pointer) in list(descriptor.value, descriptor.n_value).enumerated() {
            let value = Enumeration.Value(
                name: text(pointer.pointee.name), number: pointer.pointee.number,
                comment: comments.at(path + [2, Int32(index)]))
            guard value.name.hasPrefix(enumeration.valuePrefix) else {
                throw CodegenError("\(value.name) does not begin with \(enumeration.valuePrefix)")
            }
            enumeration.values.append(value)
        }
        return enumeration
    }

    private static func service(
        _ descriptor: Google__Protobuf__ServiceDescriptorProto, _ origin: Origin,
        _ comments: Comments, path: [Int32]
    ) -> Service {
        var service = Service(
            origin: origin, name: text(descriptor.name), comment: comments.at(path))
        for (index, pointer) in list(descriptor.method, descriptor.n_method).enumerated() {
            let method = pointer.pointee
            let shape: Method.Shape =
                switch (method.client_streaming != 0, method.server_streaming != 0) {
                case (false, false): .unary
                case (true, false): .clientStreaming
                case (false, true): .serverStreaming
                case (true, true): .bidirectional
                }
            let level = method.options?.pointee.idempotency_level.rawValue ?? 0
            service.methods.append(
                Method(
                    name: text(method.name), comment: comments.at(path + [2, Int32(index)]),
                    request: String(text(method.input_type).dropFirst()),
                    response: String(text(method.output_type).dropFirst()), shape: shape,
                    repeatability: level == 1
                        ? "noSideEffects" : level == 2 ? "idempotent" : "unknown"))
        }
        return service
    }

    private func checkReferences() throws(CodegenError) {
        for message in messages {
            for field in message.fields {
                switch field.type {
                case .message(let name) where self.message(name) == nil,
                    .enumeration(let name) where self.enumeration(name) == nil:
                    throw CodegenError("\(message.fullName).\(field.name): no \(name) in the set")
                default: break
                }
            }
        }
    }
}
