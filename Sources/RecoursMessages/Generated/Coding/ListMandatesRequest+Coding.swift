// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListMandatesRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_mandates_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListMandatesRequest>, _ reader: inout MessageReader) {
        association = reader.text(c.pointee.association, "association")
        pageSize = c.pointee.page_size
        pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListMandatesRequest>, _ tree: MessageTree) {
        c.pointee.association = tree.text(association)
        c.pointee.page_size = pageSize
        c.pointee.page_token = tree.text(pageToken)
    }
}
