// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetClockRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_clock_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetClockRequest>, _ reader: inout MessageReader) {
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetClockRequest>, _ tree: MessageTree) {
    }
}
