// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension MandateRefusal: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__mandate_refusal__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__MandateRefusal>, _ reader: inout MessageReader) {
        index = c.pointee.index
        fieldPath = reader.text(c.pointee.field_path, "field_path")
        code = reader.text(c.pointee.code, "code")
        description = reader.text(c.pointee.description, "description")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__MandateRefusal>, _ tree: MessageTree) {
        c.pointee.index = index
        c.pointee.field_path = tree.text(fieldPath)
        c.pointee.code = tree.text(code)
        c.pointee.description = tree.text(description)
    }
}
