// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RetryInfo: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__retry_info__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RetryInfo>, _ reader: inout MessageReader) {
        retryAfterMs = c.pointee.retry_after_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__RetryInfo>, _ tree: MessageTree) {
        c.pointee.retry_after_ms = retryAfterMs
    }
}
