// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/health_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension HealthCheckRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__health_check_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__HealthCheckRequest>, _ reader: inout MessageReader) {
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__HealthCheckRequest>, _ tree: MessageTree) {
    }
}
