// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AdvanceClockResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__advance_clock_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AdvanceClockResponse>, _ reader: inout MessageReader) {
        nowMs = c.pointee.now_ms
        acted = c.pointee.acted
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__AdvanceClockResponse>, _ tree: MessageTree) {
        c.pointee.now_ms = nowMs
        c.pointee.acted = acted
    }
}
