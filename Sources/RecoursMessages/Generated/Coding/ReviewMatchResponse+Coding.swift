// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ReviewMatchResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__review_match_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ReviewMatchResponse>, _ reader: inout MessageReader) {
        listingBox = reader.boxed(c.pointee.listing, "listing")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ReviewMatchResponse>, _ tree: MessageTree) {
        if let listing {
            c.pointee.listing = tree.message(listing)
        }
    }
}
