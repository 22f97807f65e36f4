// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension CampaignTerms: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__campaign_terms__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__CampaignTerms>, _ reader: inout MessageReader) {
        campaignID = reader.bytes(c.pointee.campaign_id)
        resolveBy = reader.text(c.pointee.resolve_by, "resolve_by")
        acknowledgeDays =
            c.pointee._acknowledge_days_case.rawValue == 3 ? c.pointee.acknowledge_days : nil
        answerDays = c.pointee._answer_days_case.rawValue == 4 ? c.pointee.answer_days : nil
        finalAnswerDays =
            c.pointee._final_answer_days_case.rawValue == 5 ? c.pointee.final_answer_days : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__CampaignTerms>, _ tree: MessageTree) {
        c.pointee.campaign_id = tree.bytes(campaignID)
        c.pointee.resolve_by = tree.text(resolveBy)
        if let acknowledgeDays {
            c.pointee._acknowledge_days_case = .init(rawValue: 3)
            c.pointee.acknowledge_days = acknowledgeDays
        }
        if let answerDays {
            c.pointee._answer_days_case = .init(rawValue: 4)
            c.pointee.answer_days = answerDays
        }
        if let finalAnswerDays {
            c.pointee._final_answer_days_case = .init(rawValue: 5)
            c.pointee.final_answer_days = finalAnswerDays
        }
    }
}
