// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListingCount: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__listing_count__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListingCount>, _ reader: inout MessageReader) {
        state = reader.value(c.pointee.state)
        count = c.pointee.count
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListingCount>, _ tree: MessageTree) {
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.count = count
    }
}
