// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AcknowledgedCase: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__acknowledged_case__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AcknowledgedCase>, _ reader: inout MessageReader) {
        state = reader.value(c.pointee.state)
        version = c.pointee.version
        alreadyAcknowledged = c.pointee.already_acknowledged != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__AcknowledgedCase>, _ tree: MessageTree) {
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.version = version
        c.pointee.already_acknowledged = alreadyAcknowledged ? 1 : 0
    }
}
