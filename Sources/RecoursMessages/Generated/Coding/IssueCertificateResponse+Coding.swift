// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension IssueCertificateResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__issue_certificate_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__IssueCertificateResponse>, _ reader: inout MessageReader) {
        certificatePem = reader.text(c.pointee.certificate_pem, "certificate_pem")
        trustPem = reader.text(c.pointee.trust_pem, "trust_pem")
        notAfterMs = c.pointee.not_after_ms
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__IssueCertificateResponse>, _ tree: MessageTree
    ) {
        c.pointee.certificate_pem = tree.text(certificatePem)
        c.pointee.trust_pem = tree.text(trustPem)
        c.pointee.not_after_ms = notAfterMs
    }
}
