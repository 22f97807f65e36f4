// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ClaimFiguresRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__claim_figures_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ClaimFiguresRequest>, _ reader: inout MessageReader) {
        claimID = reader.bytes(c.pointee.claim_id)
        platformID = reader.text(c.pointee.platform_id, "platform_id")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ClaimFiguresRequest>, _ tree: MessageTree) {
        c.pointee.claim_id = tree.bytes(claimID)
        c.pointee.platform_id = tree.text(platformID)
    }
}
