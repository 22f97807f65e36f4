// SPDX-License-Identifier: EUPL-1.2

/// What may happen to a case, by whom, and what follows: the state machine of `domain.md` §3.6.
///
/// Time and identifiers are arguments, so a decision can be made again and must come out the same.
package enum CaseRules {
    /// Decides a command. `caseFile` is nil for a new case, and for a case that was not found.
    /// Throws a `Refusal`: `notFound` for a case that the actor may not see, `stateConflict` with
    /// the present state and version, `notAllowed`, or `invalid` with all violations.
    ///
    /// - Parameter isItsFirm: whether the actor is the firm that the case is about. It acts beside
    ///   whoever filed the case for it: a mandate may end sooner than a case.
    package static func decide(
        _ command: CaseCommand, on caseFile: CaseFile?, by actor: Actor, at now: Instant,
        isItsFirm: Bool = false
    ) throws(Refusal) -> Decision {
        switch command {
        case .submit(let draft, let identifier, let publicNumber, let filing):
            let blank = try blank(draft.shared, identifier, publicNumber, by: actor, at: now)
            var deciding = Deciding(blank, by: actor, at: now)
            try file(&deciding, draft.shared, filing)
            return deciding.decision
        case .saveDraft(let draft, let identifier, let publicNumber):
            let saved = SharedDraft(draft)
            let blank = try blank(saved, identifier, publicNumber, by: actor, at: now)
            var deciding = Deciding(blank, by: actor, at: now)
            try refuse(draft.violationsAsSaved(today: deciding.today))
            try deciding.append(.draftSaved(saved))
            return deciding.decision
        case .acknowledge, .respond, .giveVerdict, .withdraw, .act, .elapse:
            var deciding = Deciding(
                try visible(caseFile, to: actor, isItsFirm: isItsFirm), by: actor, at: now)
            try change(&deciding, command)
            return deciding.decision
        }
    }

    private static func change(
        _ deciding: inout Deciding, _ command: CaseCommand
    ) throws(Refusal) {
        switch command {
        case .submit, .saveDraft: throw Refusal(.notAllowed)
        case .acknowledge(let contact, let expectedVersion):
            try check(deciding.actor, isOneOf: [.platform])
            // A program that pulls at least once acknowledges at least once.
            if deciding.caseFile.platformContact != nil { return }
            try deciding.check([.transmitted], expectedVersion)
            try refuse(contact.violations())
            try deciding.append(.acknowledged(contact))
        case .respond(let response, let expectedVersion):
            try check(deciding.actor, isOneOf: [.platform])
            try answer(&deciding, response, expectedVersion)
        case .giveVerdict(let accepted, let reason, let expectedVersion):
            try check(deciding.actor, isOneOf: [.association, .business])
            try judge(&deciding, accepted: accepted, reason: reason, expectedVersion)
        case .withdraw(let reason, let expectedVersion):
            try check(deciding.actor, isOneOf: [.association, .business])
            try deciding.check(CaseState.underWay, expectedVersion)
            try refuse(reasonViolations(reason, required: false))
            try deciding.append(.withdrawn(reason: reason))
        case .act(let action, let expectedVersion, let filing):
            try act(&deciding, action, expectedVersion, filing)
        case .elapse:
            guard deciding.actor == .system else { throw Refusal(.notAllowed) }
            try elapse(&deciding)
        }
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

// MARK: Authority and violations

extension CaseRules {
    private static func blank(
        _ draft: SharedDraft, _ identifier: CaseIdentifier, _ publicNumber: PublicNumber,
        by actor: Actor, at now: Instant
    ) throws(Refusal) -> CaseFile {
        guard case .partner(let submitter) = actor,
            submitter.kind == .association || submitter.kind == .business
        else { throw Refusal(.notAllowed) }
        return CaseFile(
            blank: draft, identifier: identifier, publicNumber: publicNumber,
            submitter: submitter, at: now)
    }

    private static func visible(
        _ caseFile: CaseFile?, to actor: Actor, isItsFirm: Bool
    ) throws(Refusal) -> CaseFile {
        guard let caseFile else { throw Refusal(.notFound) }
        switch actor {
        case .system: return caseFile
        case .partner(let partner):
            let isVisible = caseFile.isVisible(to: partner, isItsFirm: isItsFirm)
            guard isVisible else { throw Refusal(.notFound) }
            return caseFile
        }
    }

    /// A platform that sees a case is its addressee; an association, its submitter; a business, its
    /// submitter or its firm.
    static func check(_ actor: Actor, isOneOf kinds: Set<PartnerKind>) throws(Refusal) {
        guard case .partner(let partner) = actor, kinds.contains(partner.kind) else {
            throw Refusal(.notAllowed)
        }
    }

    static func refuse(_ violations: [Violation]) throws(Refusal) {
        guard violations.isEmpty else { throw Refusal(.invalid(violations)) }
    }

    static func reasonViolations(_ reason: String, required: Bool) -> [Violation] {
        var violations = Violations(startingWith: [])
        violations.check(
            TextRule.breach(reason, required: required, atMost: CaseLimits.reason),
            at: { "reason" })
        return violations.found
    }
}
