// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListWorksResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_works_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListWorksResponse>, _ reader: inout MessageReader) {
        works = reader.messages(c.pointee.works, c.pointee.n_works, "works")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListWorksResponse>, _ tree: MessageTree) {
        c.pointee.n_works = works.count
        c.pointee.works = tree.messages(works)
        c.pointee.next_page_token = tree.text(nextPageToken)
    }
}
