// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension CreateCampaignRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__create_campaign_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__CreateCampaignRequest>, _ reader: inout MessageReader) {
        planBox = reader.boxed(c.pointee.plan, "plan")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__CreateCampaignRequest>, _ tree: MessageTree
    ) {
        if let plan {
            c.pointee.plan = tree.message(plan)
        }
    }
}
