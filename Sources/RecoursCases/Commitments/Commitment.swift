// SPDX-License-Identifier: EUPL-1.2

/// What a commitment is about.
package enum CommitmentScope: Hashable, Sendable {
    /// One case: the promise of an answer.
    case caseFile(CaseIdentifier, PublicNumber)
    case campaign(CampaignIdentifier)
    case category(CaseCategory)
    /// That a listing which was removed under a standing claim stays away: made once it is broken.
    case claim(StandingClaimIdentifier, ClaimListingIdentifier)
}

/// What became of a commitment. The numbers are those of the protocol, and are stored.
package enum CommitmentState: Int32, CaseIterable, Hashable, Sendable {
    case open = 1
    case honoured = 2
    /// Not kept by its day.
    case broken = 3
    /// Nobody asks for it any more.
    case waived = 4
}

/// One step in a commitment's life.
package struct CommitmentChange: Hashable, Sendable {
    package let at: Instant
    package let actor: Actor
    package let state: CommitmentState
    /// Empty in the first.
    package let reason: String

    package init(at: Instant, actor: Actor, state: CommitmentState, reason: String) {
        self.at = at
        self.actor = actor
        self.state = state
        self.reason = reason
    }
}

/// What a platform has promised, by when, and whether it kept it (`domain.md` S14).
package struct Commitment: Hashable, Sendable {
    /// 16 bytes, made by the server.
    package let identifier: [UInt8]
    package let platformSlug: String
    /// 1–2,000; empty once its case was erased.
    package private(set) var text: String
    package let scope: CommitmentScope
    /// The last day on which it is kept in time.
    package let dueOn: CalendarDate
    /// The first is OPEN; never empty.
    package private(set) var history: [CommitmentChange]

    package var state: CommitmentState { history.last?.state ?? .open }

    /// Makes a new one.
    package init(
        identifier: [UInt8], platformSlug: String, text: String, scope: CommitmentScope,
        dueOn: CalendarDate, by actor: Actor, at now: Instant
    ) {
        self.init(
            identifier: identifier, platformSlug: platformSlug, text: text, scope: scope,
            dueOn: dueOn,
            history: [CommitmentChange(at: now, actor: actor, state: .open, reason: "")])
    }

    /// Reads one back.
    package init(
        identifier: [UInt8], platformSlug: String, text: String, scope: CommitmentScope,
        dueOn: CalendarDate, history: [CommitmentChange]
    ) {
        self.identifier = identifier
        self.platformSlug = platformSlug
        self.text = text
        self.scope = scope
        self.dueOn = dueOn
        self.history = history
    }

    /// Its case is erased: that something was promised, by when and what became of it stays.
    package mutating func eraseText() { text = "" }

    /// Says what became of it.
    package mutating func settle(
        _ state: CommitmentState, by actor: Actor, at now: Instant, reason: String
    ) {
        history.append(CommitmentChange(at: now, actor: actor, state: state, reason: reason))
    }
}
