// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension UpdateCampaignRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__update_campaign_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__UpdateCampaignRequest>, _ reader: inout MessageReader) {
        campaignID = reader.bytes(c.pointee.campaign_id)
        planBox = reader.boxed(c.pointee.plan, "plan")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__UpdateCampaignRequest>, _ tree: MessageTree
    ) {
        c.pointee.campaign_id = tree.bytes(campaignID)
        if let plan {
            c.pointee.plan = tree.message(plan)
        }
    }
}
