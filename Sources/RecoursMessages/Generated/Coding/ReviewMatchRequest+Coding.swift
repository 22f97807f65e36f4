// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ReviewMatchRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__review_match_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ReviewMatchRequest>, _ reader: inout MessageReader) {
        listingID = reader.bytes(c.pointee.listing_id)
        verdict = reader.value(c.pointee.verdict)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ReviewMatchRequest>, _ tree: MessageTree) {
        c.pointee.listing_id = tree.bytes(listingID)
        c.pointee.verdict = .init(rawValue: verdict.bitPattern)
    }
}
