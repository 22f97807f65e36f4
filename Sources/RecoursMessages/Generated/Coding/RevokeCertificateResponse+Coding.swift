// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RevokeCertificateResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__revoke_certificate_response__descriptor_pointer()
    }

    init(
        _ c: UnsafePointer<Recours__V1__RevokeCertificateResponse>, _ reader: inout MessageReader
    ) {
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__RevokeCertificateResponse>, _ tree: MessageTree
    ) {
    }
}
