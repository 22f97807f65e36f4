// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WatchInboxResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__watch_inbox_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__WatchInboxResponse>, _ reader: inout MessageReader) {
        switch c.pointee.content_case.rawValue {
        case 1:
            content = reader.message(c.pointee.entry, "entry").map(Content.entry)
        case 2:
            content = .bookmark(reader.bytes(c.pointee.bookmark))
        case 3:
            content = .damaged(c.pointee.damaged)
        default: content = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__WatchInboxResponse>, _ tree: MessageTree) {
        switch content {
        case .entry(let value):
            c.pointee.content_case = .init(rawValue: 1)
            c.pointee.entry = tree.message(value)
        case .bookmark(let value):
            c.pointee.content_case = .init(rawValue: 2)
            c.pointee.bookmark = tree.bytes(value)
        case .damaged(let value):
            c.pointee.content_case = .init(rawValue: 3)
            c.pointee.damaged = value
        case nil: break
        }
    }
}
