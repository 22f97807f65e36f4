// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListClaimsRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_claims_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListClaimsRequest>, _ reader: inout MessageReader) {
        pageSize = c.pointee.page_size
        pageToken = reader.text(c.pointee.page_token, "page_token")
        workID = reader.bytes(c.pointee.work_id)
        state = reader.value(c.pointee.state)
        throttledOnly = c.pointee.throttled_only != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListClaimsRequest>, _ tree: MessageTree) {
        c.pointee.page_size = pageSize
        c.pointee.page_token = tree.text(pageToken)
        c.pointee.work_id = tree.bytes(workID)
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.throttled_only = throttledOnly ? 1 : 0
    }
}
