// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListCommitmentsResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_commitments_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListCommitmentsResponse>, _ reader: inout MessageReader) {
        commitments = reader.messages(c.pointee.commitments, c.pointee.n_commitments, "commitments")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__ListCommitmentsResponse>, _ tree: MessageTree
    ) {
        c.pointee.n_commitments = commitments.count
        c.pointee.commitments = tree.messages(commitments)
        c.pointee.next_page_token = tree.text(nextPageToken)
    }
}
