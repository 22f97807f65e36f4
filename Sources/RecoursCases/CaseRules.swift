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
        throw Refusal(.notFound)
    }

    /// The case that these events, from the first on, give. Throws `brokenHistory`.
    package static func replay(
        _ events: some Sequence<CaseEvent>, identifier: CaseIdentifier, publicNumber: PublicNumber
    ) throws(Refusal) -> CaseFile {
        throw Refusal(.brokenHistory(sequence: 0))
    }
}
