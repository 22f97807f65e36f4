// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension BackUpRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__back_up_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__BackUpRequest>, _ reader: inout MessageReader) {
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__BackUpRequest>, _ tree: MessageTree) {
    }
}
