// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ExportedEvent: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__exported_event__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ExportedEvent>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        eventBox = reader.boxed(c.pointee.event, "event")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ExportedEvent>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        if let event {
            c.pointee.event = tree.message(event)
        }
    }
}
