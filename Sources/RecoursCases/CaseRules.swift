// SPDX-License-Identifier: EUPL-1.2

/// What may happen to a case, by whom, and what follows: the state machine of `domain.md` §3.6, as
/// far as this version goes.
///
/// Time and identifiers are arguments, so a decision can be made again and must come out the same.
package enum CaseRules {
    /// Decides a command. `caseFile` is nil for a submission, and for a case that was not found.
    /// Throws a `Refusal`: `notFound` for a case that the actor may not see, `stateConflict` with
    /// the present state and version, `notAllowed`, or `invalid` with all violations.
    package static func decide(
        _ command: CaseCommand, on caseFile: CaseFile?, by actor: Actor, at now: Instant
    ) throws(Refusal) -> Decision {
        if case .submit(let draft, let identifier, let publicNumber, let routing) = command {
            let blank = try blank(
                draft, identifier: identifier, publicNumber: publicNumber, by: actor, at: now)
            var history = History(caseFile: blank, actor: actor, now: now)
            try history.append(.submitted(draft.draft))
            try route(&history, routing)
            return history.decision
        }
        let caseFile = try visible(caseFile, to: actor)
        var history = History(caseFile: caseFile, actor: actor, now: now)
        switch command {
        case .submit:
            // Taken above.
            break
        case .transmit(let expectedVersion):
            try checkSender(actor)
            try check(caseFile, in: [.submitted], expectedVersion)
            try history.append(.transmitted)
        case .acknowledge(let contact, let expectedVersion):
            try checkAddressee(actor)
            // A program that pulls at least once acknowledges at least once.
            if caseFile.platformContact != nil { return history.decision }
            try check(caseFile, in: [.transmitted], expectedVersion)
            try refuse(contact.violations())
            try history.append(.acknowledged(contact))
        case .respond(let response, let expectedVersion):
            try checkAddressee(actor)
            try answer(&history, response, expectedVersion)
        case .giveVerdict(let accepted, let reason, let expectedVersion):
            try checkComplainant(actor)
            try judge(&history, accepted: accepted, reason: reason, expectedVersion)
        case .withdraw(let reason, let expectedVersion):
            try checkComplainant(actor)
            try check(caseFile, in: withdrawable, expectedVersion)
            try refuse(reasonViolations(reason, required: false))
            try history.append(.withdrawn(reason: reason))
        }
        return history.decision
    }

    /// The case that these events, from the first on, give. Throws `brokenHistory`.
    package static func replay(
        _ events: some Sequence<CaseEvent>, identifier: CaseIdentifier, publicNumber: PublicNumber
    ) throws(Refusal) -> CaseFile {
        var replayed: CaseFile?
        for event in events {
            if replayed == nil {
                replayed = try CaseFile(
                    first: event, identifier: identifier, publicNumber: publicNumber)
            } else {
                try replayed?.apply(event)
            }
        }
        guard let replayed else { throw Refusal(.brokenHistory(sequence: 0)) }
        return replayed
    }
}

// MARK: Commands of some length

extension CaseRules {
    /// The states that a complainant may leave by withdrawing: 2 to 9.
    static let withdrawable: Set<CaseState> = [
        .submitted, .transmitted, .acknowledged, .inProgress, .infoRequested, .answered,
        .remedyPending, .inMediation,
    ]

    private static let outOfScope =
        "Taxation of platforms is a matter of law-making and of the tax administration, "
        + "not of a dispute between a firm and a platform. The question is counted."
    private static let withoutAccount =
        "The platform has no account here. A mediator approaches it and answers the case."

    private static func route(
        _ history: inout History, _ routing: Routing
    ) throws(Refusal) {
        // Whoever routes, it isn't the submitter.
        history.actor = .system
        if history.caseFile.draft.category == .taxQuestion {
            try history.append(.routedOutOfScope(reason: outOfScope))
            return
        }
        switch routing {
        case .platformInbox: try history.append(.transmitted)
        case .platformWithoutAccount:
            try history.append(.routedToMediation(reason: withoutAccount))
        case .held: break
        }
    }

    private static func answer(
        _ history: inout History, _ response: PlatformResponse, _ expectedVersion: UInt64?
    ) throws(Refusal) {
        let caseFile = history.caseFile
        // An interim answer is given once, by a platform that has named its contact (4 → 5).
        let states: Set<CaseState> =
            response.type == .inProgress
            ? [.acknowledged] : [.transmitted, .acknowledged, .inProgress, .inMediation]
        try check(caseFile, in: states, expectedVersion)
        let today = history.now.dateInParis
        try refuse(response.violations(today: today, answering: caseFile))
        var response = response
        response.givenAt = history.now
        try history.append(.responded(response))
    }

    private static func judge(
        _ history: inout History, accepted: Bool, reason: String, _ expectedVersion: UInt64?
    ) throws(Refusal) {
        let caseFile = history.caseFile
        // In 8 a case waits for the remedy promised: it can be confirmed, by whoever has seen that
        // state; what comes of a broken promise is the clock's to say.
        let confirmable = accepted && expectedVersion != nil
        try check(
            caseFile, in: confirmable ? [.answered, .remedyPending] : [.answered],
            expectedVersion)
        try refuse(reasonViolations(reason, required: !accepted))
        let verdict = Verdict(accepted: accepted, reason: reason, givenAt: history.now)
        try history.append(accepted ? .answerAccepted(verdict) : .answerRefused(verdict))
    }

    private static func blank(
        _ draft: ValidDraft, identifier: CaseIdentifier, publicNumber: PublicNumber,
        by actor: Actor, at now: Instant
    ) throws(Refusal) -> CaseFile {
        guard case .partner(let submitter) = actor,
            submitter.kind == .association || submitter.kind == .business
        else { throw Refusal(.notAllowed) }
        return CaseFile(
            unsubmitted: draft.draft, identifier: identifier, publicNumber: publicNumber,
            submitter: submitter, at: now)
    }
}

// MARK: Authority and preconditions

extension CaseRules {
    private static func visible(
        _ caseFile: CaseFile?, to actor: Actor
    ) throws(Refusal) -> CaseFile {
        guard let caseFile else { throw Refusal(.notFound) }
        switch actor {
        case .system: return caseFile
        case .partner(let partner):
            guard caseFile.isVisible(to: partner) else { throw Refusal(.notFound) }
            return caseFile
        }
    }

    /// A platform that sees a case is its addressee.
    private static func checkAddressee(_ actor: Actor) throws(Refusal) {
        guard case .partner(let partner) = actor, partner.kind == .platform else {
            throw Refusal(.notAllowed)
        }
    }

    /// An association or firm that sees a case is its submitter.
    private static func checkComplainant(_ actor: Actor) throws(Refusal) {
        guard case .partner(let partner) = actor,
            partner.kind == .association || partner.kind == .business
        else { throw Refusal(.notAllowed) }
    }

    private static func checkSender(_ actor: Actor) throws(Refusal) {
        switch actor {
        case .system: return
        case .partner(let partner):
            guard partner.kind == .mediator else { throw Refusal(.notAllowed) }
        }
    }

    private static func check(
        _ caseFile: CaseFile, in states: Set<CaseState>, _ expectedVersion: UInt64?
    ) throws(Refusal) {
        guard states.contains(caseFile.state),
            expectedVersion == nil || expectedVersion == caseFile.version
        else {
            throw Refusal(.stateConflict(state: caseFile.state, version: caseFile.version))
        }
    }

    private static func refuse(_ violations: [Violation]) throws(Refusal) {
        guard violations.isEmpty else { throw Refusal(.invalid(violations)) }
    }

    private static func reasonViolations(_ reason: String, required: Bool) -> [Violation] {
        var violations = Violations(startingWith: [])
        violations.check(
            TextRule.breach(reason, required: required, atMost: CaseLimits.reason),
            at: { "reason" })
        return violations.found
    }
}

/// Events being decided, each applied before the next.
private struct History {
    var caseFile: CaseFile
    var actor: Actor
    let now: Instant
    private var events: [CaseEvent] = []

    init(caseFile: CaseFile, actor: Actor, now: Instant) {
        self.caseFile = caseFile
        self.actor = actor
        self.now = now
    }

    var decision: Decision { Decision(events: events, caseFile: caseFile) }

    mutating func append(_ kind: CaseEvent.Kind) throws(Refusal) {
        guard let after = caseFile.state(after: kind) else {
            throw Refusal(.stateConflict(state: caseFile.state, version: caseFile.version))
        }
        let event = CaseEvent(
            sequence: caseFile.version + 1, at: now, actor: actor, kind: kind,
            stateBefore: caseFile.version == 0 ? nil : caseFile.state, stateAfter: after)
        try caseFile.apply(event)
        events.append(event)
    }
}
