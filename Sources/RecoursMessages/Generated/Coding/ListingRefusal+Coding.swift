// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListingRefusal: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__listing_refusal__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListingRefusal>, _ reader: inout MessageReader) {
        reason = reader.value(c.pointee.reason)
        text = reader.text(c.pointee.text, "text")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListingRefusal>, _ tree: MessageTree) {
        c.pointee.reason = .init(rawValue: reason.bitPattern)
        c.pointee.text = tree.text(text)
    }
}
