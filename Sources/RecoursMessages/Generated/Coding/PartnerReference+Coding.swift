// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension PartnerReference: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__partner_reference__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__PartnerReference>, _ reader: inout MessageReader) {
        kind = reader.text(c.pointee.kind, "kind")
        slug = reader.text(c.pointee.slug, "slug")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__PartnerReference>, _ tree: MessageTree) {
        c.pointee.kind = tree.text(kind)
        c.pointee.slug = tree.text(slug)
    }
}
