// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListPartnersResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_partners_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListPartnersResponse>, _ reader: inout MessageReader) {
        partners = reader.messages(c.pointee.partners, c.pointee.n_partners, "partners")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListPartnersResponse>, _ tree: MessageTree) {
        c.pointee.n_partners = partners.count
        c.pointee.partners = tree.messages(partners)
        c.pointee.next_page_token = tree.text(nextPageToken)
    }
}
