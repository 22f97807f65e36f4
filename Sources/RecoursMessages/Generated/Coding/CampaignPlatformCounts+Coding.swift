// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension CampaignPlatformCounts: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__campaign_platform_counts__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__CampaignPlatformCounts>, _ reader: inout MessageReader) {
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        countsBox = reader.boxed(c.pointee.counts, "counts")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__CampaignPlatformCounts>, _ tree: MessageTree
    ) {
        c.pointee.platform_id = tree.text(platformID)
        if let counts {
            c.pointee.counts = tree.message(counts)
        }
    }
}
