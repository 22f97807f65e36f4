// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension UploadItem: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__upload_item__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__UploadItem>, _ reader: inout MessageReader) {
        switch c.pointee.item_case.rawValue {
        case 1:
            item = reader.message(c.pointee.start, "start").map(Item.start)
        case 2:
            item = .chunk(reader.bytes(c.pointee.chunk))
        default: item = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__UploadItem>, _ tree: MessageTree) {
        switch item {
        case .start(let value):
            c.pointee.item_case = .init(rawValue: 1)
            c.pointee.start = tree.message(value)
        case .chunk(let value):
            c.pointee.item_case = .init(rawValue: 2)
            c.pointee.chunk = tree.bytes(value)
        case nil: break
        }
    }
}
