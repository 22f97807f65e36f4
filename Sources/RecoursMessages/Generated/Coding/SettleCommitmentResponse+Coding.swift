// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SettleCommitmentResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__settle_commitment_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SettleCommitmentResponse>, _ reader: inout MessageReader) {
        commitmentBox = reader.boxed(c.pointee.commitment, "commitment")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__SettleCommitmentResponse>, _ tree: MessageTree
    ) {
        if let commitment {
            c.pointee.commitment = tree.message(commitment)
        }
    }
}
