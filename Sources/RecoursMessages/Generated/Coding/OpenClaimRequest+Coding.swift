// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension OpenClaimRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__open_claim_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__OpenClaimRequest>, _ reader: inout MessageReader) {
        plan = reader.message(c.pointee.plan, "plan")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__OpenClaimRequest>, _ tree: MessageTree) {
        if let plan {
            c.pointee.plan = tree.message(plan)
        }
    }
}
