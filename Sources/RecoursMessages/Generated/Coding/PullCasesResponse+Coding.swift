// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension PullCasesResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__pull_cases_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__PullCasesResponse>, _ reader: inout MessageReader) {
        entries = reader.messages(c.pointee.entries, c.pointee.n_entries, "entries")
        cursor = reader.bytes(c.pointee.cursor)
        more = c.pointee.more != 0
        damaged = c.pointee.damaged
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__PullCasesResponse>, _ tree: MessageTree) {
        c.pointee.n_entries = entries.count
        c.pointee.entries = tree.messages(entries)
        c.pointee.cursor = tree.bytes(cursor)
        c.pointee.more = more ? 1 : 0
        c.pointee.damaged = damaged
    }
}
