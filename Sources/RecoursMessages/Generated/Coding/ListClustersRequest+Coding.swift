// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListClustersRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_clusters_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListClustersRequest>, _ reader: inout MessageReader) {
        pageSize = c.pointee.page_size
        pageToken = reader.text(c.pointee.page_token, "page_token")
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        category = reader.value(c.pointee.category)
        atLeast = c.pointee.at_least
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListClustersRequest>, _ tree: MessageTree) {
        c.pointee.page_size = pageSize
        c.pointee.page_token = tree.text(pageToken)
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.category = .init(rawValue: category.bitPattern)
        c.pointee.at_least = atLeast
    }
}
