// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetLimitsRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_limits_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetLimitsRequest>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        slug = reader.text(c.pointee.slug, "slug")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetLimitsRequest>, _ tree: MessageTree) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.slug = tree.text(slug)
    }
}
