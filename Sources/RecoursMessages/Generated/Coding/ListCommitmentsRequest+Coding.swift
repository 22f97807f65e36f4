// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListCommitmentsRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_commitments_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListCommitmentsRequest>, _ reader: inout MessageReader) {
        pageSize = c.pointee.page_size
        pageToken = reader.text(c.pointee.page_token, "page_token")
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        state = reader.value(c.pointee.state)
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__ListCommitmentsRequest>, _ tree: MessageTree
    ) {
        c.pointee.page_size = pageSize
        c.pointee.page_token = tree.text(pageToken)
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.state = .init(rawValue: state.bitPattern)
    }
}
