// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AddPartnerResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__add_partner_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AddPartnerResponse>, _ reader: inout MessageReader) {
        partnerBox = reader.boxed(c.pointee.partner, "partner")
        certificatePem = reader.text(c.pointee.certificate_pem, "certificate_pem")
        trustPem = reader.text(c.pointee.trust_pem, "trust_pem")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__AddPartnerResponse>, _ tree: MessageTree) {
        if let partner {
            c.pointee.partner = tree.message(partner)
        }
        c.pointee.certificate_pem = tree.text(certificatePem)
        c.pointee.trust_pem = tree.text(trustPem)
    }
}
