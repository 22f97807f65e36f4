// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RegisterWorkRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__register_work_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RegisterWorkRequest>, _ reader: inout MessageReader) {
        workBox = reader.boxed(c.pointee.work, "work")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__RegisterWorkRequest>, _ tree: MessageTree) {
        if let work {
            c.pointee.work = tree.message(work)
        }
    }
}
