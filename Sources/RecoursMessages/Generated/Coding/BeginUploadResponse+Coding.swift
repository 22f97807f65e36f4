// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension BeginUploadResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__begin_upload_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__BeginUploadResponse>, _ reader: inout MessageReader) {
        uploadID = reader.bytes(c.pointee.upload_id)
        offset = c.pointee.offset
        complete = c.pointee.complete != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__BeginUploadResponse>, _ tree: MessageTree) {
        c.pointee.upload_id = tree.bytes(uploadID)
        c.pointee.offset = offset
        c.pointee.complete = complete ? 1 : 0
    }
}
