// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListIdentityReadsRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_identity_reads_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListIdentityReadsRequest>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        pageSize = c.pointee.page_size
        pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__ListIdentityReadsRequest>, _ tree: MessageTree
    ) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.page_size = pageSize
        c.pointee.page_token = tree.text(pageToken)
    }
}
