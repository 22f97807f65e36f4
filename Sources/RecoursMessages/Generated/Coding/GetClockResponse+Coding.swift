// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetClockResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_clock_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetClockResponse>, _ reader: inout MessageReader) {
        nowMs = c.pointee.now_ms
        machineMs = c.pointee.machine_ms
        sandbox = c.pointee.sandbox != 0
        held = c.pointee.held != 0
        nextAlarmMs = c.pointee.next_alarm_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetClockResponse>, _ tree: MessageTree) {
        c.pointee.now_ms = nowMs
        c.pointee.machine_ms = machineMs
        c.pointee.sandbox = sandbox ? 1 : 0
        c.pointee.held = held ? 1 : 0
        c.pointee.next_alarm_ms = nextAlarmMs
    }
}
