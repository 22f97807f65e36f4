// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListingToAdd: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__listing_to_add__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListingToAdd>, _ reader: inout MessageReader) {
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        listingBox = reader.boxed(c.pointee.listing, "listing")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListingToAdd>, _ tree: MessageTree) {
        c.pointee.platform_id = tree.text(platformID)
        if let listing {
            c.pointee.listing = tree.message(listing)
        }
    }
}
