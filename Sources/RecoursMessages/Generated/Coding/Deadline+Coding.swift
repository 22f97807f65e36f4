// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Deadline: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__deadline__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Deadline>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        dueAtMs = c.pointee.due_at_ms
        party = reader.value(c.pointee.party)
        startedAtMs = c.pointee.started_at_ms
        reminded = c.pointee.reminded
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Deadline>, _ tree: MessageTree) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.due_at_ms = dueAtMs
        c.pointee.party = .init(rawValue: party.bitPattern)
        c.pointee.started_at_ms = startedAtMs
        c.pointee.reminded = reminded
    }
}
