// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GiveVerdictResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__give_verdict_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GiveVerdictResponse>, _ reader: inout MessageReader) {
        state = reader.value(c.pointee.state)
        version = c.pointee.version
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GiveVerdictResponse>, _ tree: MessageTree) {
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.version = version
    }
}
