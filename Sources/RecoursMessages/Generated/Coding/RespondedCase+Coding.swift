// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RespondedCase: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__responded_case__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RespondedCase>, _ reader: inout MessageReader) {
        state = reader.value(c.pointee.state)
        version = c.pointee.version
        alreadyAnswered = c.pointee.already_answered != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__RespondedCase>, _ tree: MessageTree) {
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.version = version
        c.pointee.already_answered = alreadyAnswered ? 1 : 0
    }
}
