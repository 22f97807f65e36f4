// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension QueueChange: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__queue_change__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__QueueChange>, _ reader: inout MessageReader) {
        cursor = reader.bytes(c.pointee.cursor)
        kind = reader.value(c.pointee.kind)
        itemBox = reader.boxed(c.pointee.item, "item")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__QueueChange>, _ tree: MessageTree) {
        c.pointee.cursor = tree.bytes(cursor)
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        if let item {
            c.pointee.item = tree.message(item)
        }
    }
}
