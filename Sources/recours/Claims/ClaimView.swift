// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// A claim as its holder or a mediator wants to read it.
struct ClaimView {
    let claim: StandingClaim
    /// Known where one claim is shown.
    var work: Work?

    private var language: Language { .current }
    private var plan: ClaimPlan { claim.plan ?? ClaimPlan() }
    private var identifier: String { CaseReference.text(of: claim.id) }
    private var workIdentifier: String { CaseReference.text(of: plan.workID) }

    func lines(width: Int) -> [String] {
        let title = work.map { WorkView(work: $0).title } ?? workIdentifier
        var all = Particulars(title: title, width: width)
        all.add(.state, Labels.claimStates.name(of: claim.state))
        all.add(.why, claim.stateReason)
        all.add(.platforms, plan.platforms.joined(separator: ", "))
        all.add(.autoReport, (plan.autoReport ? ClaimWord.yes : .no).text)
        all.add(.reviewFrom, plan.reviewThreshold.map { "\($0)" } ?? "")
        all.add(.reportFrom, plan.reportThreshold.map { "\($0)" } ?? "")
        all.add(.throttled, claim.throttledAtMs.map(language.instant) ?? "")
        for count in claim.listings {
            all.add(Labels.listings.name(of: count.state), number(count.count))
        }
        all.add(.excluded, number(claim.excluded))
        all.add(.automatic, number(claim.reportedAutomatically))
        if claim.reviewed > 0 {
            all.add(
                .reviewed,
                ClaimSentence.reviewedFalse(claim.reviewedFalse, of: claim.reviewed).text)
        }
        if claim.decided > 0 {
            all.add(.decided, ClaimSentence.badFaith(claim.badFaith, of: claim.decided).text)
        }
        all.add(.registrant, claim.registrant?.slug ?? "")
        all.add(.opened, language.instant(claim.openedAtMs))
        all.add(.work, workIdentifier)
        all.add(.identifier, identifier)
        return all.lines
    }

    /// Nothing of none.
    private func number(_ count: UInt64) -> String {
        count == 0 ? "" : language.number(Int(clamping: count))
    }

    static var columns: [TextTable.Column] {
        [
            .init(title: ClaimWord.state.column),
            .init(title: ClaimWord.platforms.column, isFlexible: true),
            .init(title: ClaimWord.listings.column, isRight: true),
            .init(title: ClaimWord.waiting.column, isRight: true),
            .init(title: ClaimWord.removed.column, isRight: true),
            .init(title: ClaimWord.opened.column),
            .init(title: ClaimWord.work.column, isOptional: true),
            .init(title: ClaimWord.identifier.column),
        ]
    }

    var row: [String] {
        let all = claim.listings.reduce(0) { $0 &+ $1.count }
        let state = Labels.claimStates.name(of: claim.state)
        return [
            claim.throttledAtMs == nil ? state : state + " !",
            plan.platforms.joined(separator: ", "),
            language.number(Int(clamping: all)), language.number(count(.observed)),
            language.number(count(.removed)), language.date(milliseconds: claim.openedAtMs),
            workIdentifier, identifier,
        ]
    }

    private func count(_ state: ListingState) -> Int {
        Int(clamping: claim.listings.first { $0.state == state }?.count ?? 0)
    }
}
