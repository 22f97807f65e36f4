// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SuspendClaimRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__suspend_claim_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SuspendClaimRequest>, _ reader: inout MessageReader) {
        claimID = reader.bytes(c.pointee.claim_id)
        reason = reader.text(c.pointee.reason, "reason")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SuspendClaimRequest>, _ tree: MessageTree) {
        c.pointee.claim_id = tree.bytes(claimID)
        c.pointee.reason = tree.text(reason)
    }
}
