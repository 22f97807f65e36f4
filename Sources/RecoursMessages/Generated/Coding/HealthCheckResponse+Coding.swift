// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/health_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension HealthCheckResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__health_check_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__HealthCheckResponse>, _ reader: inout MessageReader) {
        state = reader.value(c.pointee.state)
        sandbox = c.pointee.sandbox != 0
        clockHeld = c.pointee.clock_held != 0
        revocationStale = c.pointee.revocation_stale != 0
        damaged = c.pointee.damaged != 0
        reloadFailed = c.pointee.reload_failed != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__HealthCheckResponse>, _ tree: MessageTree) {
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.sandbox = sandbox ? 1 : 0
        c.pointee.clock_held = clockHeld ? 1 : 0
        c.pointee.revocation_stale = revocationStale ? 1 : 0
        c.pointee.damaged = damaged ? 1 : 0
        c.pointee.reload_failed = reloadFailed ? 1 : 0
    }
}
