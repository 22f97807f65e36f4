// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

internal import CProtobufC
internal import CRecoursProtos

extension StateConflict: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__state_conflict__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__StateConflict>, _ reader: inout MessageReader) {
        state = c.pointee.state
        version = c.pointee.version
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__StateConflict>, _ tree: MessageTree) {
        c.pointee.state = state
        c.pointee.version = version
    }
}
