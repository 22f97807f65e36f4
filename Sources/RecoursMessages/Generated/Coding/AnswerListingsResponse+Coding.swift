// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AnswerListingsResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__answer_listings_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AnswerListingsResponse>, _ reader: inout MessageReader) {
        results = reader.messages(c.pointee.results, c.pointee.n_results, "results")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__AnswerListingsResponse>, _ tree: MessageTree
    ) {
        c.pointee.n_results = results.count
        c.pointee.results = tree.messages(results)
    }
}
