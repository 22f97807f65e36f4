// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetWorkRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_work_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetWorkRequest>, _ reader: inout MessageReader) {
        workID = reader.bytes(c.pointee.work_id)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetWorkRequest>, _ tree: MessageTree) {
        c.pointee.work_id = tree.bytes(workID)
    }
}
