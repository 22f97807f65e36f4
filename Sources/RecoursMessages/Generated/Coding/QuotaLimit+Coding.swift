// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension QuotaLimit: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__quota_limit__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__QuotaLimit>, _ reader: inout MessageReader) {
        name = reader.text(c.pointee.name, "name")
        limit = c.pointee.limit
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__QuotaLimit>, _ tree: MessageTree) {
        c.pointee.name = tree.text(name)
        c.pointee.limit = limit
    }
}
