// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AddListingsRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__add_listings_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AddListingsRequest>, _ reader: inout MessageReader) {
        claimID = reader.bytes(c.pointee.claim_id)
        listings = reader.messages(c.pointee.listings, c.pointee.n_listings, "listings")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__AddListingsRequest>, _ tree: MessageTree) {
        c.pointee.claim_id = tree.bytes(claimID)
        c.pointee.n_listings = listings.count
        c.pointee.listings = tree.messages(listings)
    }
}
