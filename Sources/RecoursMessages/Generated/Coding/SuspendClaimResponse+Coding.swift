// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SuspendClaimResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__suspend_claim_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SuspendClaimResponse>, _ reader: inout MessageReader) {
        claimBox = reader.boxed(c.pointee.claim, "claim")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SuspendClaimResponse>, _ tree: MessageTree) {
        if let claim {
            c.pointee.claim = tree.message(claim)
        }
    }
}
