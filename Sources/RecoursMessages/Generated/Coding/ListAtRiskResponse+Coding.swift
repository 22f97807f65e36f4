// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListAtRiskResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_at_risk_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListAtRiskResponse>, _ reader: inout MessageReader) {
        cases = reader.messages(c.pointee.cases, c.pointee.n_cases, "cases")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
        damaged = c.pointee.damaged
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListAtRiskResponse>, _ tree: MessageTree) {
        c.pointee.n_cases = cases.count
        c.pointee.cases = tree.messages(cases)
        c.pointee.next_page_token = tree.text(nextPageToken)
        c.pointee.damaged = damaged
    }
}
