// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetTreeHeadResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_tree_head_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetTreeHeadResponse>, _ reader: inout MessageReader) {
        checkpoint = reader.text(c.pointee.checkpoint, "checkpoint")
        consistencyProof =
            reader.byteStrings(c.pointee.consistency_proof, c.pointee.n_consistency_proof)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetTreeHeadResponse>, _ tree: MessageTree) {
        c.pointee.checkpoint = tree.text(checkpoint)
        c.pointee.n_consistency_proof = consistencyProof.count
        c.pointee.consistency_proof = tree.byteStrings(consistencyProof)
    }
}
