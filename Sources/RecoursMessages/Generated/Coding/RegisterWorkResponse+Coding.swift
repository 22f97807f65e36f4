// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RegisterWorkResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__register_work_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RegisterWorkResponse>, _ reader: inout MessageReader) {
        work = reader.message(c.pointee.work, "work")
        alreadyThere = c.pointee.already_there != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__RegisterWorkResponse>, _ tree: MessageTree) {
        if let work {
            c.pointee.work = tree.message(work)
        }
        c.pointee.already_there = alreadyThere ? 1 : 0
    }
}
