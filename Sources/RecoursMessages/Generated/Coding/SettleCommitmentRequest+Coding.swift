// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SettleCommitmentRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__settle_commitment_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SettleCommitmentRequest>, _ reader: inout MessageReader) {
        commitmentID = reader.bytes(c.pointee.commitment_id)
        state = reader.value(c.pointee.state)
        reason = reader.text(c.pointee.reason, "reason")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__SettleCommitmentRequest>, _ tree: MessageTree
    ) {
        c.pointee.commitment_id = tree.bytes(commitmentID)
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.reason = tree.text(reason)
    }
}
