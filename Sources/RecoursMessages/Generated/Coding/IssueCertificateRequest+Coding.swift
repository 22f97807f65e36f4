// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension IssueCertificateRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__issue_certificate_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__IssueCertificateRequest>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        slug = reader.text(c.pointee.slug, "slug")
        certificateRequestPem =
            reader.text(c.pointee.certificate_request_pem, "certificate_request_pem")
        instance = reader.text(c.pointee.instance, "instance")
        validityDays = c.pointee.validity_days
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__IssueCertificateRequest>, _ tree: MessageTree
    ) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.slug = tree.text(slug)
        c.pointee.certificate_request_pem = tree.text(certificateRequestPem)
        c.pointee.instance = tree.text(instance)
        c.pointee.validity_days = validityDays
    }
}
