// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

internal import CProtobufC
internal import CRecoursProtos

extension FieldViolation: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__field_violation__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__FieldViolation>, _ reader: inout MessageReader) {
        fieldPath = reader.text(c.pointee.field_path, "field_path")
        code = reader.text(c.pointee.code, "code")
        limit = c.pointee._limit_case.rawValue == 3 ? c.pointee.limit : nil
        actual = c.pointee._actual_case.rawValue == 4 ? c.pointee.actual : nil
        description = reader.text(c.pointee.description, "description")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__FieldViolation>, _ tree: MessageTree) {
        c.pointee.field_path = tree.text(fieldPath)
        c.pointee.code = tree.text(code)
        if let limit {
            c.pointee._limit_case = .init(rawValue: 3)
            c.pointee.limit = limit
        }
        if let actual {
            c.pointee._actual_case = .init(rawValue: 4)
            c.pointee.actual = actual
        }
        c.pointee.description = tree.text(description)
    }
}
