// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

internal import CProtobufC
internal import CRecoursProtos

extension QuotaFailure: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__quota_failure__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__QuotaFailure>, _ reader: inout MessageReader) {
        quota = reader.text(c.pointee.quota, "quota")
        limit = c.pointee.limit
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__QuotaFailure>, _ tree: MessageTree) {
        c.pointee.quota = tree.text(quota)
        c.pointee.limit = limit
    }
}
