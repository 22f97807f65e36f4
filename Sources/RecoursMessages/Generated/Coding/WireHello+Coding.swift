// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WireHello: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__wire__v1__hello__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__Wire__V1__Hello>, _ reader: inout MessageReader) {
        minorRevision = c.pointee.minor_revision
        features = c.pointee.features
        maxFrameBytes = c.pointee.max_frame_bytes
        maxMessageBytes = c.pointee.max_message_bytes
        callCreditBytes = c.pointee.call_credit_bytes
        connectionCreditBytes = c.pointee.connection_credit_bytes
        maxCalls = c.pointee.max_calls
        minPingIntervalMs = c.pointee.min_ping_interval_ms
        software = reader.text(c.pointee.software, "software")
        schemaHash = reader.bytes(c.pointee.schema_hash)
    }

    func write(to c: UnsafeMutablePointer<Recours__Wire__V1__Hello>, _ tree: MessageTree) {
        c.pointee.minor_revision = minorRevision
        c.pointee.features = features
        c.pointee.max_frame_bytes = maxFrameBytes
        c.pointee.max_message_bytes = maxMessageBytes
        c.pointee.call_credit_bytes = callCreditBytes
        c.pointee.connection_credit_bytes = connectionCreditBytes
        c.pointee.max_calls = maxCalls
        c.pointee.min_ping_interval_ms = minPingIntervalMs
        c.pointee.software = tree.text(software)
        c.pointee.schema_hash = tree.bytes(schemaHash)
    }
}
