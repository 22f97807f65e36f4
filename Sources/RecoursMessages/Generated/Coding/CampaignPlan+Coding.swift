// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension CampaignPlan: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__campaign_plan__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__CampaignPlan>, _ reader: inout MessageReader) {
        name = reader.text(c.pointee.name, "name")
        opensOn = reader.text(c.pointee.opens_on, "opens_on")
        closesOn = reader.text(c.pointee.closes_on, "closes_on")
        resolveBy = reader.text(c.pointee.resolve_by, "resolve_by")
        targetCount = c.pointee.target_count
        platforms = reader.texts(c.pointee.platforms, c.pointee.n_platforms, "platforms")
        acknowledgeDays =
            c.pointee._acknowledge_days_case.rawValue == 7 ? c.pointee.acknowledge_days : nil
        answerDays = c.pointee._answer_days_case.rawValue == 8 ? c.pointee.answer_days : nil
        finalAnswerDays =
            c.pointee._final_answer_days_case.rawValue == 9 ? c.pointee.final_answer_days : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__CampaignPlan>, _ tree: MessageTree) {
        c.pointee.name = tree.text(name)
        c.pointee.opens_on = tree.text(opensOn)
        c.pointee.closes_on = tree.text(closesOn)
        c.pointee.resolve_by = tree.text(resolveBy)
        c.pointee.target_count = targetCount
        c.pointee.n_platforms = platforms.count
        c.pointee.platforms = tree.texts(platforms)
        if let acknowledgeDays {
            c.pointee._acknowledge_days_case = .init(rawValue: 7)
            c.pointee.acknowledge_days = acknowledgeDays
        }
        if let answerDays {
            c.pointee._answer_days_case = .init(rawValue: 8)
            c.pointee.answer_days = answerDays
        }
        if let finalAnswerDays {
            c.pointee._final_answer_days_case = .init(rawValue: 9)
            c.pointee.final_answer_days = finalAnswerDays
        }
    }
}
