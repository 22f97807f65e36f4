// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AnswerAgreement: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__answer_agreement__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AnswerAgreement>, _ reader: inout MessageReader) {
        accepted = c.pointee.accepted != 0
        reason = reader.text(c.pointee.reason, "reason")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__AnswerAgreement>, _ tree: MessageTree) {
        c.pointee.accepted = accepted ? 1 : 0
        c.pointee.reason = tree.text(reason)
    }
}
