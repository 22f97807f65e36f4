// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WatchCaseRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__watch_case_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__WatchCaseRequest>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        afterVersion = c.pointee.after_version
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__WatchCaseRequest>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.after_version = afterVersion
    }
}
