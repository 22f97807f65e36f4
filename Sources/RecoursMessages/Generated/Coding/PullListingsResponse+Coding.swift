// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension PullListingsResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__pull_listings_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__PullListingsResponse>, _ reader: inout MessageReader) {
        listings = reader.messages(c.pointee.listings, c.pointee.n_listings, "listings")
        works = reader.messages(c.pointee.works, c.pointee.n_works, "works")
        cursor = reader.bytes(c.pointee.cursor)
        more = c.pointee.more != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__PullListingsResponse>, _ tree: MessageTree) {
        c.pointee.n_listings = listings.count
        c.pointee.listings = tree.messages(listings)
        c.pointee.n_works = works.count
        c.pointee.works = tree.messages(works)
        c.pointee.cursor = tree.bytes(cursor)
        c.pointee.more = more ? 1 : 0
    }
}
