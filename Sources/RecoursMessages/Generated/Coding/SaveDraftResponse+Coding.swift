// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SaveDraftResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__save_draft_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SaveDraftResponse>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        publicNumber = reader.text(c.pointee.public_number, "public_number")
        version = c.pointee.version
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SaveDraftResponse>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.public_number = tree.text(publicNumber)
        c.pointee.version = version
    }
}
