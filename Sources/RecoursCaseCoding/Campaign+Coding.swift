// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension MessageReader {
    /// Reads a plan; what is unreadable is left out of it and noted in `violations`.
    package mutating func plan(
        _ message: RecoursMessages.CampaignPlan
    ) -> RecoursCases.CampaignPlan {
        RecoursCases.CampaignPlan(
            name: message.name,
            opensOn: date(message.opensOn) { "plan.opens_on" },
            closesOn: date(message.closesOn) { "plan.closes_on" },
            resolveBy: date(message.resolveBy) { "plan.resolve_by" },
            targetCount: Int(message.targetCount),
            platforms: message.platforms,
            acknowledgeDays: message.acknowledgeDays.map(Int.init),
            answerDays: message.answerDays.map(Int.init),
            finalAnswerDays: message.finalAnswerDays.map(Int.init))
    }
}

extension RecoursMessages.CampaignPlan {
    package init(_ plan: RecoursCases.CampaignPlan) {
        self.init(
            name: plan.name, opensOn: plan.opensOn.text, closesOn: plan.closesOn.text,
            resolveBy: plan.resolveBy.text, targetCount: UInt32(clamping: plan.targetCount),
            platforms: plan.platforms,
            acknowledgeDays: plan.acknowledgeDays.map(UInt32.init(clamping:)),
            answerDays: plan.answerDays.map(UInt32.init(clamping:)),
            finalAnswerDays: plan.finalAnswerDays.map(UInt32.init(clamping:)))
    }
}

extension RecoursMessages.CampaignCase {
    /// An open case as its campaign's list shows it: nothing in it tells who complains.
    package init(_ caseFile: CaseFile, risk: RecoursCases.CampaignRisk, daysLeft: Int?) {
        let next = caseFile.deadlines.min { $0.dueAt < $1.dueAt }
        self.init(
            caseID: caseFile.identifier.bytes,
            publicNumber: caseFile.publicNumber.description,
            platformID: caseFile.addressee, state: .init(caseFile.state),
            risk: .init(rawValue: risk.rawValue), answered: caseFile.isAnswered,
            next: next.map(RecoursMessages.Deadline.init),
            daysLeft: daysLeft.map(Int32.init(clamping:)))
    }
}
