// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SubmitCasesItem: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__submit_cases_item__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SubmitCasesItem>, _ reader: inout MessageReader) {
        clientSequence = c.pointee.client_sequence
        idempotencyKey = reader.bytes(c.pointee.idempotency_key)
        draftBox = reader.boxed(c.pointee.draft, "draft")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SubmitCasesItem>, _ tree: MessageTree) {
        c.pointee.client_sequence = clientSequence
        c.pointee.idempotency_key = tree.bytes(idempotencyKey)
        if let draft {
            c.pointee.draft = tree.message(draft)
        }
    }
}
