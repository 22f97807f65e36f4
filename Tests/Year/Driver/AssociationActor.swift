// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient

/// An association which files, and judges, contests or forgets.
struct AssociationActor: YearActor {
    let client: RecoursClient
    let dice: Dice
    let honest: Set<String>
    var agenda = Agenda()
    var cursor: [UInt8] = []
    var tally = Tally()

    /// `honest` are the platforms whose proofs are true.
    init(_ client: RecoursClient, _ dice: Dice, honest: Set<String>) {
        self.client = client
        self.dice = dice
        self.honest = honest
    }

    /// Files the day's cases.
    mutating func file(_ drafts: [CaseDraft], _ day: Day) async throws {
        guard !drafts.isEmpty else { return }
        for try await result in client.cases.submitAll(drafts) {
            let receipt = try result.outcome.get()
            tally.done += 1
            // Some think better of it, and some of those think again.
            let draft = drafts[result.place]
            guard dice.percent(draft.title, "withdraw") < 2 else { continue }
            let caseFile = Case(id: receipt.caseID, draft: draft)
            agenda.plan(.withdraw, for: caseFile, on: day.number + 2)
            if dice.percent(draft.title, "restore") < 50 {
                let restored = Deed.act(.restore(Reason(text: "Finalement non.")))
                agenda.plan(restored, for: caseFile, on: day.number + 9)
            }
        }
    }

    mutating func plan(_ caseFile: Case, on day: Day) {
        let id = caseFile.chanceName
        let chance = dice.percent(id, "\(caseFile.state)\(caseFile.responses.count)")
        let soon = day.number + dice.within(1...8, id, "soon\(caseFile.version)")
        switch caseFile.state {
        case .answered:
            // A fifth forget.
            guard chance < 80 else { return }
            let accepts = dice.percent(id, "verdict") < likelihood(of: caseFile.responses.last)
            agenda.plan(accepts ? .accept : .refuse, for: caseFile, on: soon)
        case .infoRequested:
            if chance < 80 {
                agenda.plan(.act(.addInformation(Texts.writing)), for: caseFile, on: soon)
            }
        case .remedyPending: judgeProof(caseFile, id, day)
        case .submitted where !caseFile.responses.isEmpty:
            // Its platform says that it is another's business.
            let others = ["amazon", "wish", "ebay"].filter { $0 != caseFile.platformID }
            if chance < 70, let other = dice.pick(others, id, "other") {
                let deed = Deed.act(.readdress(Readdress(platformID: other, reason: "")))
                agenda.plan(deed, for: caseFile, on: day.number + 1)
            }
        case .inadmissible:
            if chance < 20 { agenda.plan(.act(.contest(Texts.writing)), for: caseFile, on: soon) }
        case .resolved:
            if chance < 3 { agenda.plan(.act(.reopen(Texts.writing)), for: caseFile, on: soon + 9) }
        default: break
        }
    }

    private func likelihood(of answer: PlatformResponse?) -> Int {
        switch answer?.type {
        case .remedyDone: 85
        case .remedyPromised: 80
        case .explanation: 60
        case .alreadySettled: 50
        default: 35
        }
    }

    private mutating func judgeProof(_ caseFile: Case, _ id: String, _ day: Day) {
        // Looked at when it may have come; until then there is nothing to judge.
        for wait in [6, 9] {
            let isTrue = honest.contains(caseFile.platformID)
            let deed: Deed = isTrue || dice.percent(id, "believes") < 20 ? .accept : .refuse
            guard dice.percent(id, "proof\(wait)") < 60 else { continue }
            agenda.plan(deed, for: caseFile, on: day.number + wait)
        }
    }
}
