// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension UploadStart: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__upload_start__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__UploadStart>, _ reader: inout MessageReader) {
        uploadID = reader.bytes(c.pointee.upload_id)
        offset = c.pointee.offset
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__UploadStart>, _ tree: MessageTree) {
        c.pointee.upload_id = tree.bytes(uploadID)
        c.pointee.offset = offset
    }
}
