// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RemovalTime: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__removal_time__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RemovalTime>, _ reader: inout MessageReader) {
        count = c.pointee.count
        medianMinutes = c.pointee.median_minutes
        p95Minutes = c.pointee.p95_minutes
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__RemovalTime>, _ tree: MessageTree) {
        c.pointee.count = count
        c.pointee.median_minutes = medianMinutes
        c.pointee.p95_minutes = p95Minutes
    }
}
