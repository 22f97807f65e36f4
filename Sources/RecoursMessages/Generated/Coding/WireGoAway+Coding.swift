// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WireGoAway: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__wire__v1__go_away__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__Wire__V1__GoAway>, _ reader: inout MessageReader) {
        lastCall = c.pointee.last_call
        reason = reader.value(c.pointee.reason)
        message = reader.text(c.pointee.message, "message")
        drainMs = c.pointee.drain_ms
        retryAfterMs = c.pointee.retry_after_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__Wire__V1__GoAway>, _ tree: MessageTree) {
        c.pointee.last_call = lastCall
        c.pointee.reason = .init(rawValue: reason.bitPattern)
        c.pointee.message = tree.text(message)
        c.pointee.drain_ms = drainMs
        c.pointee.retry_after_ms = retryAfterMs
    }
}
