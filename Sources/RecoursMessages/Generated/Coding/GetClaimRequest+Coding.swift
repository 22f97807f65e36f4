// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetClaimRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_claim_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetClaimRequest>, _ reader: inout MessageReader) {
        claimID = reader.bytes(c.pointee.claim_id)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetClaimRequest>, _ tree: MessageTree) {
        c.pointee.claim_id = tree.bytes(claimID)
    }
}
