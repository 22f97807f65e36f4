// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListClustersResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_clusters_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListClustersResponse>, _ reader: inout MessageReader) {
        clusters = reader.messages(c.pointee.clusters, c.pointee.n_clusters, "clusters")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListClustersResponse>, _ tree: MessageTree) {
        c.pointee.n_clusters = clusters.count
        c.pointee.clusters = tree.messages(clusters)
        c.pointee.next_page_token = tree.text(nextPageToken)
    }
}
