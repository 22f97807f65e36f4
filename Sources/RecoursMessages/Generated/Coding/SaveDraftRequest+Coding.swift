// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SaveDraftRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__save_draft_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SaveDraftRequest>, _ reader: inout MessageReader) {
        draftBox = reader.boxed(c.pointee.draft, "draft")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SaveDraftRequest>, _ tree: MessageTree) {
        if let draft {
            c.pointee.draft = tree.message(draft)
        }
    }
}
