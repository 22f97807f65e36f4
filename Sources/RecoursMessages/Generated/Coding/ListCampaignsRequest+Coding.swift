// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListCampaignsRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_campaigns_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListCampaignsRequest>, _ reader: inout MessageReader) {
        pageSize = c.pointee.page_size
        pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListCampaignsRequest>, _ tree: MessageTree) {
        c.pointee.page_size = pageSize
        c.pointee.page_token = tree.text(pageToken)
    }
}
