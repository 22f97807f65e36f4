// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListMatchesResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_matches_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListMatchesResponse>, _ reader: inout MessageReader) {
        matches = reader.messages(c.pointee.matches, c.pointee.n_matches, "matches")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListMatchesResponse>, _ tree: MessageTree) {
        c.pointee.n_matches = matches.count
        c.pointee.matches = tree.messages(matches)
        c.pointee.next_page_token = tree.text(nextPageToken)
    }
}
