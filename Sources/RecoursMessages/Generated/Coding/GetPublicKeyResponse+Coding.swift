// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetPublicKeyResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_public_key_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetPublicKeyResponse>, _ reader: inout MessageReader) {
        publicKey = reader.text(c.pointee.public_key, "public_key")
        verifierKey = reader.text(c.pointee.verifier_key, "verifier_key")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetPublicKeyResponse>, _ tree: MessageTree) {
        c.pointee.public_key = tree.text(publicKey)
        c.pointee.verifier_key = tree.text(verifierKey)
    }
}
