// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Partner: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__partner__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Partner>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        slug = reader.text(c.pointee.slug, "slug")
        name = reader.text(c.pointee.name, "name")
        siren = reader.text(c.pointee.siren, "siren")
        keys = reader.messages(c.pointee.keys, c.pointee.n_keys, "keys")
        createdAtMs = c.pointee.created_at_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Partner>, _ tree: MessageTree) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.slug = tree.text(slug)
        c.pointee.name = tree.text(name)
        c.pointee.siren = tree.text(siren)
        c.pointee.n_keys = keys.count
        c.pointee.keys = tree.messages(keys)
        c.pointee.created_at_ms = createdAtMs
    }
}
