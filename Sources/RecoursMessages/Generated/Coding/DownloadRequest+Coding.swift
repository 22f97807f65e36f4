// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension DownloadRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__download_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__DownloadRequest>, _ reader: inout MessageReader) {
        id = reader.bytes(c.pointee.id)
        offset = c.pointee.offset
        length = c.pointee.length
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__DownloadRequest>, _ tree: MessageTree) {
        c.pointee.id = tree.bytes(id)
        c.pointee.offset = offset
        c.pointee.length = length
    }
}
