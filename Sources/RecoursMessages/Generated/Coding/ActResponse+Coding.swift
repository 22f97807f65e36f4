// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ActResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__act_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ActResponse>, _ reader: inout MessageReader) {
        state = reader.value(c.pointee.state)
        version = c.pointee.version
        alreadyDone = c.pointee.already_done != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ActResponse>, _ tree: MessageTree) {
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.version = version
        c.pointee.already_done = alreadyDone ? 1 : 0
    }
}
