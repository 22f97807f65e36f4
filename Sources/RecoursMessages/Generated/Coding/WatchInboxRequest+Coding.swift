// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WatchInboxRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__watch_inbox_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__WatchInboxRequest>, _ reader: inout MessageReader) {
        cursor = reader.bytes(c.pointee.cursor)
        fromNow = c.pointee.from_now != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__WatchInboxRequest>, _ tree: MessageTree) {
        c.pointee.cursor = tree.bytes(cursor)
        c.pointee.from_now = fromNow ? 1 : 0
    }
}
