// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListQueueResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_queue_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListQueueResponse>, _ reader: inout MessageReader) {
        items = reader.messages(c.pointee.items, c.pointee.n_items, "items")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
        damaged = c.pointee.damaged
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListQueueResponse>, _ tree: MessageTree) {
        c.pointee.n_items = items.count
        c.pointee.items = tree.messages(items)
        c.pointee.next_page_token = tree.text(nextPageToken)
        c.pointee.damaged = damaged
    }
}
