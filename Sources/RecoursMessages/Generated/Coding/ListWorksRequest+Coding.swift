// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListWorksRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_works_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListWorksRequest>, _ reader: inout MessageReader) {
        pageSize = c.pointee.page_size
        pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListWorksRequest>, _ tree: MessageTree) {
        c.pointee.page_size = pageSize
        c.pointee.page_token = tree.text(pageToken)
    }
}
