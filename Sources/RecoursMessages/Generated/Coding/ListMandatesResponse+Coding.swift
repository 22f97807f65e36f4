// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListMandatesResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_mandates_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListMandatesResponse>, _ reader: inout MessageReader) {
        mandates = reader.messages(c.pointee.mandates, c.pointee.n_mandates, "mandates")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListMandatesResponse>, _ tree: MessageTree) {
        c.pointee.n_mandates = mandates.count
        c.pointee.mandates = tree.messages(mandates)
        c.pointee.next_page_token = tree.text(nextPageToken)
    }
}
