// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WireOpen: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__wire__v1__open__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__Wire__V1__Open>, _ reader: inout MessageReader) {
        method = reader.text(c.pointee.method, "method")
        timeoutMs = c.pointee._timeout_ms_case.rawValue == 2 ? c.pointee.timeout_ms : nil
        idempotencyKey = reader.bytes(c.pointee.idempotency_key)
        attempt = c.pointee.attempt
        traceparent = reader.text(c.pointee.traceparent, "traceparent")
        metadata = reader.messages(c.pointee.metadata, c.pointee.n_metadata, "metadata")
    }

    func write(to c: UnsafeMutablePointer<Recours__Wire__V1__Open>, _ tree: MessageTree) {
        c.pointee.method = tree.text(method)
        if let timeoutMs {
            c.pointee._timeout_ms_case = .init(rawValue: 2)
            c.pointee.timeout_ms = timeoutMs
        }
        c.pointee.idempotency_key = tree.bytes(idempotencyKey)
        c.pointee.attempt = attempt
        c.pointee.traceparent = tree.text(traceparent)
        c.pointee.n_metadata = metadata.count
        c.pointee.metadata = tree.messages(metadata)
    }
}
