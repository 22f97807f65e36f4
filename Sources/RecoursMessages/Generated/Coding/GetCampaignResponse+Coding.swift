// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetCampaignResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_campaign_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetCampaignResponse>, _ reader: inout MessageReader) {
        campaignBox = reader.boxed(c.pointee.campaign, "campaign")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetCampaignResponse>, _ tree: MessageTree) {
        if let campaign {
            c.pointee.campaign = tree.message(campaign)
        }
    }
}
