// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetWorkResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_work_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetWorkResponse>, _ reader: inout MessageReader) {
        work = reader.message(c.pointee.work, "work")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetWorkResponse>, _ tree: MessageTree) {
        if let work {
            c.pointee.work = tree.message(work)
        }
    }
}
