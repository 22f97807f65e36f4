// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetFiguresRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_figures_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetFiguresRequest>, _ reader: inout MessageReader) {
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        category = reader.value(c.pointee.category)
        campaignID = reader.bytes(c.pointee.campaign_id)
        byMonth = c.pointee.by_month != 0
        byPlatformAndCategory = c.pointee.by_platform_and_category != 0
        removalsByPlatform = c.pointee.removals_by_platform != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetFiguresRequest>, _ tree: MessageTree) {
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.category = .init(rawValue: category.bitPattern)
        c.pointee.campaign_id = tree.bytes(campaignID)
        c.pointee.by_month = byMonth ? 1 : 0
        c.pointee.by_platform_and_category = byPlatformAndCategory ? 1 : 0
        c.pointee.removals_by_platform = removalsByPlatform ? 1 : 0
    }
}
