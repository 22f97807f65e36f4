// SPDX-License-Identifier: EUPL-1.2

internal import CDescriptorProtos
internal import CProtobufC

extension DescriptorSet {
    /// Changes the set into one that protoc-c accepts, and that makes of it the C code we want.
    ///
    /// - `proto3_optional` is cleared: protoc-c 1.4 refuses it. The field's one-member oneof stays,
    ///   and keeps presence.
    /// - Strings become bytes in C: protobuf-c's own strings end at the first NUL.
    /// - Services go: protoc-c's stubs know nothing of streams.
    func patchForProtocC() throws(CodegenError) {
        for file in files {
            file.pointee.n_service = 0
            for message in list(file.pointee.message_type, file.pointee.n_message_type) {
                for field in list(message.pointee.field, message.pointee.n_field) {
                    patch(field)
                }
            }
        }
    }

    private func patch(_ field: UnsafeMutablePointer<Google__Protobuf__FieldDescriptorProto>) {
        field.pointee.has_proto3_optional = 0
        field.pointee.proto3_optional = 0
        if field.pointee.type == GOOGLE__PROTOBUF__FIELD_DESCRIPTOR_PROTO__TYPE__TYPE_STRING {
            setStringAsBytes(field)
        }
    }

    /// Sets `(pb_c_field).string_as_bytes`: in `FieldOptions`, field 1019, a message whose field 1
    /// is true.
    private func setStringAsBytes(
        _ field: UnsafeMutablePointer<Google__Protobuf__FieldDescriptorProto>
    ) {
        let options: UnsafeMutablePointer<Google__Protobuf__FieldOptions>
        if let existing = field.pointee.options {
            options = existing
        } else {
            options = .allocate(capacity: 1)
            google__protobuf__field_options__init(options)
            field.pointee.options = options
        }
        let count = Int(options.pointee.base.n_unknown_fields)
        let unknown = UnsafeMutablePointer<ProtobufCMessageUnknownField>.allocate(
            capacity: count + 1)
        if let existing = options.pointee.base.unknown_fields {
            unknown.initialize(from: existing, count: count)
        }
        // protobuf-c keeps an unknown field's bytes with their length in front.
        let value: [UInt8] = [2, 0x08, 0x01]
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: value.count)
        bytes.initialize(from: value, count: value.count)
        (unknown + count).initialize(
            to: ProtobufCMessageUnknownField(
                tag: 1019, wire_type: PROTOBUF_C_WIRE_TYPE_LENGTH_PREFIXED, len: value.count,
                data: bytes))
        options.pointee.base.unknown_fields = unknown
        options.pointee.base.n_unknown_fields = UInt32(count + 1)
    }
}
