// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListIdentityReadsResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_identity_reads_response__descriptor_pointer()
    }

    init(
        _ c: UnsafePointer<Recours__V1__ListIdentityReadsResponse>, _ reader: inout MessageReader
    ) {
        reads = reader.messages(c.pointee.reads, c.pointee.n_reads, "reads")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__ListIdentityReadsResponse>, _ tree: MessageTree
    ) {
        c.pointee.n_reads = reads.count
        c.pointee.reads = tree.messages(reads)
        c.pointee.next_page_token = tree.text(nextPageToken)
    }
}
