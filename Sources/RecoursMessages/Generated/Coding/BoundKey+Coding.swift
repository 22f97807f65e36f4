// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension BoundKey: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__bound_key__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__BoundKey>, _ reader: inout MessageReader) {
        spkiSha256 = reader.bytes(c.pointee.spki_sha256)
        notAfterMs = c.pointee.not_after_ms
        instance = reader.text(c.pointee.instance, "instance")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__BoundKey>, _ tree: MessageTree) {
        c.pointee.spki_sha256 = tree.bytes(spkiSha256)
        c.pointee.not_after_ms = notAfterMs
        c.pointee.instance = tree.text(instance)
    }
}
