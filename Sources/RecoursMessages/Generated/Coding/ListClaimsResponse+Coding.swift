// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListClaimsResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_claims_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListClaimsResponse>, _ reader: inout MessageReader) {
        claims = reader.messages(c.pointee.claims, c.pointee.n_claims, "claims")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListClaimsResponse>, _ tree: MessageTree) {
        c.pointee.n_claims = claims.count
        c.pointee.claims = tree.messages(claims)
        c.pointee.next_page_token = tree.text(nextPageToken)
    }
}
