// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RetentionCount: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__retention_count__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RetentionCount>, _ reader: inout MessageReader) {
        reason = reader.value(c.pointee.reason)
        due = c.pointee.due
        held = c.pointee.held
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__RetentionCount>, _ tree: MessageTree) {
        c.pointee.reason = .init(rawValue: reason.bitPattern)
        c.pointee.due = due
        c.pointee.held = held
    }
}
