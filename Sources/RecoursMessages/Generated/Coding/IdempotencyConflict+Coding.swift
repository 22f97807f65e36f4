// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

internal import CProtobufC
internal import CRecoursProtos

extension IdempotencyConflict: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__idempotency_conflict__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__IdempotencyConflict>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        field = reader.text(c.pointee.field, "field")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__IdempotencyConflict>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.field = tree.text(field)
    }
}
