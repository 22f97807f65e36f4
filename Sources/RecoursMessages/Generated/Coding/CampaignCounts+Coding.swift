// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension CampaignCounts: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__campaign_counts__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__CampaignCounts>, _ reader: inout MessageReader) {
        collected = c.pointee.collected
        answered = c.pointee.answered
        openUnanswered = c.pointee.open_unanswered
        openAnswered = c.pointee.open_answered
        resolved = c.pointee.resolved
        explained = c.pointee.explained
        noAgreement = c.pointee.no_agreement
        withdrawn = c.pointee.withdrawn
        inadmissible = c.pointee.inadmissible
        merged = c.pointee.merged
        byState = reader.messages(c.pointee.by_state, c.pointee.n_by_state, "by_state")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__CampaignCounts>, _ tree: MessageTree) {
        c.pointee.collected = collected
        c.pointee.answered = answered
        c.pointee.open_unanswered = openUnanswered
        c.pointee.open_answered = openAnswered
        c.pointee.resolved = resolved
        c.pointee.explained = explained
        c.pointee.no_agreement = noAgreement
        c.pointee.withdrawn = withdrawn
        c.pointee.inadmissible = inadmissible
        c.pointee.merged = merged
        c.pointee.n_by_state = byState.count
        c.pointee.by_state = tree.messages(byState)
    }
}
