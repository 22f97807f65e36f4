// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetCaseResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_case_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetCaseResponse>, _ reader: inout MessageReader) {
        caseFileBox = reader.boxed(c.pointee.case_file, "case_file")
        events = reader.messages(c.pointee.events, c.pointee.n_events, "events")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetCaseResponse>, _ tree: MessageTree) {
        if let caseFile {
            c.pointee.case_file = tree.message(caseFile)
        }
        c.pointee.n_events = events.count
        c.pointee.events = tree.messages(events)
    }
}
