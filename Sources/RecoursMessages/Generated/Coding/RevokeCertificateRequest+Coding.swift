// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RevokeCertificateRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__revoke_certificate_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RevokeCertificateRequest>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        slug = reader.text(c.pointee.slug, "slug")
        spkiSha256 = reader.bytes(c.pointee.spki_sha256)
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__RevokeCertificateRequest>, _ tree: MessageTree
    ) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.slug = tree.text(slug)
        c.pointee.spki_sha256 = tree.bytes(spkiSha256)
    }
}
