// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SetQuotasResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__set_quotas_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SetQuotasResponse>, _ reader: inout MessageReader) {
        limits = reader.messages(c.pointee.limits, c.pointee.n_limits, "limits")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SetQuotasResponse>, _ tree: MessageTree) {
        c.pointee.n_limits = limits.count
        c.pointee.limits = tree.messages(limits)
    }
}
