// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension PullListingsRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__pull_listings_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__PullListingsRequest>, _ reader: inout MessageReader) {
        cursor = reader.bytes(c.pointee.cursor)
        maxListings = c.pointee.max_listings
        waitMs = c.pointee.wait_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__PullListingsRequest>, _ tree: MessageTree) {
        c.pointee.cursor = tree.bytes(cursor)
        c.pointee.max_listings = maxListings
        c.pointee.wait_ms = waitMs
    }
}
