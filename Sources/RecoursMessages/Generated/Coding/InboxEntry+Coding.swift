// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension InboxEntry: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__inbox_entry__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__InboxEntry>, _ reader: inout MessageReader) {
        cursor = reader.bytes(c.pointee.cursor)
        kind = reader.value(c.pointee.kind)
        caseFileBox = reader.boxed(c.pointee.case_file, "case_file")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__InboxEntry>, _ tree: MessageTree) {
        c.pointee.cursor = tree.bytes(cursor)
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        if let caseFile {
            c.pointee.case_file = tree.message(caseFile)
        }
    }
}
