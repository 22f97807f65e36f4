// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetLimitsResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_limits_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetLimitsResponse>, _ reader: inout MessageReader) {
        limits = reader.messages(c.pointee.limits, c.pointee.n_limits, "limits")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetLimitsResponse>, _ tree: MessageTree) {
        c.pointee.n_limits = limits.count
        c.pointee.limits = tree.messages(limits)
    }
}
