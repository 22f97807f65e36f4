// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SubmitCaseRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__submit_case_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SubmitCaseRequest>, _ reader: inout MessageReader) {
        draftBox = reader.boxed(c.pointee.draft, "draft")
        validateOnly = c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SubmitCaseRequest>, _ tree: MessageTree) {
        if let draft {
            c.pointee.draft = tree.message(draft)
        }
        c.pointee.validate_only = validateOnly ? 1 : 0
    }
}
