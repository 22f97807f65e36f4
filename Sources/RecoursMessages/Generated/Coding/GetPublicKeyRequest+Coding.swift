// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetPublicKeyRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_public_key_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetPublicKeyRequest>, _ reader: inout MessageReader) {
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetPublicKeyRequest>, _ tree: MessageTree) {
    }
}
