// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListListingsRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_listings_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListListingsRequest>, _ reader: inout MessageReader) {
        pageSize = c.pointee.page_size
        pageToken = reader.text(c.pointee.page_token, "page_token")
        claimID = reader.bytes(c.pointee.claim_id)
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        states = reader.values(c.pointee.states, c.pointee.n_states)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListListingsRequest>, _ tree: MessageTree) {
        c.pointee.page_size = pageSize
        c.pointee.page_token = tree.text(pageToken)
        c.pointee.claim_id = tree.bytes(claimID)
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.n_states = states.count
        c.pointee.states = tree.values(states)
    }
}
