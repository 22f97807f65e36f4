// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListAtRiskRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_at_risk_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListAtRiskRequest>, _ reader: inout MessageReader) {
        campaignID = reader.bytes(c.pointee.campaign_id)
        pageSize = c.pointee.page_size
        pageToken = reader.text(c.pointee.page_token, "page_token")
        allOpen = c.pointee.all_open != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListAtRiskRequest>, _ tree: MessageTree) {
        c.pointee.campaign_id = tree.bytes(campaignID)
        c.pointee.page_size = pageSize
        c.pointee.page_token = tree.text(pageToken)
        c.pointee.all_open = allOpen ? 1 : 0
    }
}
