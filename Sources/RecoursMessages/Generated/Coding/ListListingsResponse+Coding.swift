// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListListingsResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_listings_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListListingsResponse>, _ reader: inout MessageReader) {
        listings = reader.messages(c.pointee.listings, c.pointee.n_listings, "listings")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListListingsResponse>, _ tree: MessageTree) {
        c.pointee.n_listings = listings.count
        c.pointee.listings = tree.messages(listings)
        c.pointee.next_page_token = tree.text(nextPageToken)
    }
}
