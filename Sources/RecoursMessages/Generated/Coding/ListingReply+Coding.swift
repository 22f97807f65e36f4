// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListingReply: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__listing_reply__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListingReply>, _ reader: inout MessageReader) {
        listingID = reader.bytes(c.pointee.listing_id)
        expectedVersion = c.pointee.expected_version
        kind = reader.value(c.pointee.kind)
        stayDown = c.pointee.stay_down != 0
        refusal = reader.message(c.pointee.refusal, "refusal")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListingReply>, _ tree: MessageTree) {
        c.pointee.listing_id = tree.bytes(listingID)
        c.pointee.expected_version = expectedVersion
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.stay_down = stayDown ? 1 : 0
        if let refusal {
            c.pointee._refusal_case = .init(rawValue: 5)
            c.pointee.refusal = tree.message(refusal)
        }
    }
}
