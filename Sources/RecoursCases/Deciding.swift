// SPDX-License-Identifier: EUPL-1.2

/// A decision in the making: each event is applied before the next.
struct Deciding {
    private(set) var caseFile: CaseFile
    let actor: Actor
    let now: Instant
    /// As it was when the command came: what whoever sent it can read again.
    private let before: (state: CaseState, version: UInt64)
    private var events: [CaseEvent] = []

    init(_ caseFile: CaseFile, by actor: Actor, at now: Instant) {
        self.caseFile = caseFile
        self.before = (caseFile.state, caseFile.version)
        self.actor = actor
        self.now = now
    }

    var decision: Decision { Decision(events: events, caseFile: caseFile) }

    /// The date in Paris.
    var today: CalendarDate { now.dateInParis }

    /// Lets something happen, by the actor or by another.
    mutating func append(_ kind: CaseEvent.Kind, by other: Actor? = nil) throws(Refusal) {
        guard let after = caseFile.state(after: kind) else { throw conflict }
        let event = CaseEvent(
            sequence: caseFile.version + 1, at: now, actor: other ?? actor, kind: kind,
            stateBefore: caseFile.version == 0 ? nil : caseFile.state, stateAfter: after)
        try caseFile.apply(event)
        events.append(event)
    }

    /// That the case, as it is, does not allow it.
    var conflict: Refusal {
        Refusal(.stateConflict(state: before.state, version: before.version))
    }

    /// Throws the conflict unless the case is in one of the states, at the version.
    func check(_ states: Set<CaseState>, _ expectedVersion: UInt64?) throws(Refusal) {
        guard states.contains(caseFile.state),
            expectedVersion == nil || expectedVersion == caseFile.version
        else { throw conflict }
    }

    /// Throws the conflict unless something is so.
    func require(_ isSo: Bool) throws(Refusal) {
        if !isSo { throw conflict }
    }

    /// Throws the conflict if a time that began with the present state is over.
    func checkWithin(days: Int) throws(Refusal) {
        let last = caseFile.stateSince.dateInParis.adding(days: days)
        try require(now <= ParisTime.endOfDay(last))
    }
}
