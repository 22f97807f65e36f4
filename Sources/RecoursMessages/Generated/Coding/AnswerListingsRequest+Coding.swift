// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AnswerListingsRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__answer_listings_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AnswerListingsRequest>, _ reader: inout MessageReader) {
        replies = reader.messages(c.pointee.replies, c.pointee.n_replies, "replies")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__AnswerListingsRequest>, _ tree: MessageTree
    ) {
        c.pointee.n_replies = replies.count
        c.pointee.replies = tree.messages(replies)
    }
}
