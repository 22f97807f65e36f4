// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension CaseUpdate: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__case_update__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__CaseUpdate>, _ reader: inout MessageReader) {
        caseFileBox = reader.boxed(c.pointee.case_file, "case_file")
        events = reader.messages(c.pointee.events, c.pointee.n_events, "events")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__CaseUpdate>, _ tree: MessageTree) {
        if let caseFile {
            c.pointee.case_file = tree.message(caseFile)
        }
        c.pointee.n_events = events.count
        c.pointee.events = tree.messages(events)
    }
}
