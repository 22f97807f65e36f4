// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension CreateCampaignResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__create_campaign_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__CreateCampaignResponse>, _ reader: inout MessageReader) {
        campaignBox = reader.boxed(c.pointee.campaign, "campaign")
        alreadyThere = c.pointee.already_there != 0
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__CreateCampaignResponse>, _ tree: MessageTree
    ) {
        if let campaign {
            c.pointee.campaign = tree.message(campaign)
        }
        c.pointee.already_there = alreadyThere ? 1 : 0
    }
}
