// SPDX-License-Identifier: EUPL-1.2

import RecoursCases

/// The laws that each single event must keep (`domain.md` §3.6), and what has to be remembered of
/// a history to tell.
struct StepLaws: Sendable {
    /// The platform addressed, and whether the case ever came into its inbox.
    private(set) var addressee = ""
    private(set) var isWithAddressee = false
    /// When the case last reached a platform, and when one last said that it isn't concerned.
    private var reachedAt: Instant?
    private var notConcernedAt: Instant?
    /// Clocks that stand still, and since when.
    private var stopped: [DeadlineKind: CalendarDate] = [:]
    private var stoppedSince: CalendarDate?

    /// Goes through events one by one, as a replay does: where they lead, and what is wrong.
    mutating func follow(
        _ events: [CaseEvent], from before: CaseFile?, identifier: CaseIdentifier,
        publicNumber: PublicNumber
    ) -> (reached: CaseFile?, broken: [String]) {
        var reached = before
        var found: [String] = []
        for event in events {
            let prior = reached
            do throws(Refusal) {
                if reached == nil {
                    reached = try CaseFile(
                        first: event, identifier: identifier, publicNumber: publicNumber)
                } else {
                    try reached?.apply(event)
                }
            } catch {
                return (reached, found + ["event \(event.sequence) does not apply"])
            }
            if let after = reached { found += broken(prior, event, after) }
        }
        return (reached, found)
    }

    /// What is wrong with this event.
    mutating func broken(_ prior: CaseFile?, _ event: CaseEvent, _ after: CaseFile) -> [String] {
        var found: [String] = []
        func law(_ holds: Bool, _ text: @autoclosure () -> String) {
            if !holds {
                found.append(
                    "event \(event.kind.number) \(event.stateBefore.map(\.name) ?? "-") > "
                        + "\(event.stateAfter.name): \(text())")
            }
        }
        let step = LifeCycleTable.Step(event)
        let side = LifeCycleTable.Side(event.actor)
        if let sides = LifeCycleTable.steps[step] {
            law(side.map(sides.contains) ?? false, "not by \(event.actor)")
        } else {
            law(false, "not in the table")
        }
        law(after.version == (prior?.version ?? 0) + 1, "version \(after.version)")
        law(after.state == event.stateAfter && event.stateBefore == prior?.state, "states")
        found += ClockLaws.broken(prior, event, after)
        remember(event, prior, after)
        law(endsWell(prior, event, after), "an end that may not be")
        law(pausesWell(prior, event, after), "a pause took days from a clock")
        law(after.reopenings <= 1, "reopened \(after.reopenings) times")
        law(after.platformQuestions <= 2 && after.mediatorQuestions <= 2, "a third question")
        return found
    }

    private mutating func remember(_ event: CaseEvent, _ prior: CaseFile?, _ after: CaseFile) {
        switch event.kind {
        case .submitted(let draft, _), .draftSaved(let draft):
            addressee = draft.value.platformSlug
        case .transmitted:
            isWithAddressee = true
            reachedAt = event.at
        case .responded(let response) where response.type == .notConcerned:
            notConcernedAt = event.at
        case .readdressed(let readdressing):
            addressee = readdressing.toPlatform
            isWithAddressee = false
        default: break
        }
    }

    /// Who may know of the case (`domain.md` §7).
    func sees(_ actor: Actor, _ caseFile: CaseFile) -> Bool {
        switch actor {
        case .system: return true
        case .partner(let partner):
            switch partner.kind {
            case .association, .business: return partner == caseFile.submitter
            case .platform: return partner.slug == addressee && isWithAddressee
            case .mediator: return caseFile.state != .draft
            case .operator: return false
            }
        }
    }

    // MARK: Ends

    /// Never closed by time without an answer by the platform or a mediator; never called
    /// inadmissible once a platform is concerned.
    private func endsWell(_ prior: CaseFile?, _ event: CaseEvent, _ after: CaseFile) -> Bool {
        guard after.state.isClosed, prior?.state != after.state else { return true }
        switch after.state {
        case .resolved:
            if case .mediationClosed(let outcome) = event.kind { return !outcome.reasons.isEmpty }
            guard let answer = after.responses.last(where: { $0.type != .infoNeeded }) else {
                return false
            }
            guard event.actor == .system else { return after.verdicts.last?.accepted == true }
            switch (event.kind, answer.type) {
            case (.deadlineMissed(.verdict), .remedyDone),
                (.deadlineMissed(.verdict), .explanation):
                return true
            case (.deadlineMissed(.remedyConfirmation), .remedyPromised):
                return after.exchanges.contains { $0.kind == .remedyProof }
            default: return false
            }
        case .noAgreement:
            guard case .mediationClosed(let outcome) = event.kind else { return false }
            return !outcome.reasons.isEmpty && !outcome.nextSteps.isEmpty
        case .inadmissible:
            guard let reachedAt else { return true }
            return notConcernedAt.map { reachedAt <= $0 } ?? false
        case .duplicate, .withdrawn: return event.actor != .system
        case .erased:
            return prior?.legalHold.isEmpty == true && after.draft.title.isEmpty
                && after.draft.facts.isEmpty && after.exchanges.isEmpty
                && after.draft.complainant.legalName.isEmpty
        default: return false
        }
    }

    // MARK: Pauses

    /// What stood still while information was asked for, or while the case was withdrawn, goes on
    /// with the days it had left, if no campaign cuts them off.
    private mutating func pausesWell(
        _ prior: CaseFile?, _ event: CaseEvent, _ after: CaseFile
    ) -> Bool {
        guard let prior, after.terms?.resolveBy == nil else { return true }
        let today = event.at.dateInParis
        let stops = { (state: CaseState) in state == .infoRequested || state == .withdrawn }
        if !stops(prior.state), stops(after.state) {
            stopped = Dictionary(
                prior.deadlines.map { ($0.kind, $0.dueAt.dateInParis) }, uniquingKeysWith: max)
            stoppedSince = today
        } else if stops(prior.state), !stops(after.state), let since = stoppedSince {
            let days = since.days(until: today)
            guard after.deadlines.count == stopped.count else { return after.state.isClosed }
            return after.deadlines.allSatisfy {
                stopped[$0.kind]?.adding(days: days) == $0.dueAt.dateInParis
            }
        } else if event.kind.number == 5 {
            // Taking note makes no answer due sooner.
            return after.deadlines == prior.deadlines.filter { $0.kind == .answer }
        } else if prior.state == .acknowledged, after.state == .inProgress,
            after.terms?.finalAnswerDays == nil
        {
            return zip(prior.deadlines, after.deadlines).allSatisfy { $0.dueAt < $1.dueAt }
        }
        return true
    }
}
