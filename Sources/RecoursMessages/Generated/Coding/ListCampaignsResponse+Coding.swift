// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListCampaignsResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_campaigns_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListCampaignsResponse>, _ reader: inout MessageReader) {
        campaigns = reader.messages(c.pointee.campaigns, c.pointee.n_campaigns, "campaigns")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__ListCampaignsResponse>, _ tree: MessageTree
    ) {
        c.pointee.n_campaigns = campaigns.count
        c.pointee.campaigns = tree.messages(campaigns)
        c.pointee.next_page_token = tree.text(nextPageToken)
    }
}
