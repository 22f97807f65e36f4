// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListingAnswer: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__listing_answer__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListingAnswer>, _ reader: inout MessageReader) {
        platformListingID = reader.text(c.pointee.platform_listing_id, "platform_listing_id")
        kind = reader.value(c.pointee.kind)
        note = reader.text(c.pointee.note, "note")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListingAnswer>, _ tree: MessageTree) {
        c.pointee.platform_listing_id = tree.text(platformListingID)
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.note = tree.text(note)
    }
}
