// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetClaimResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_claim_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetClaimResponse>, _ reader: inout MessageReader) {
        claimBox = reader.boxed(c.pointee.claim, "claim")
        work = reader.message(c.pointee.work, "work")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetClaimResponse>, _ tree: MessageTree) {
        if let claim {
            c.pointee.claim = tree.message(claim)
        }
        if let work {
            c.pointee.work = tree.message(work)
        }
    }
}
