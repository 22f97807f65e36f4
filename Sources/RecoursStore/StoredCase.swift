// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A case as a reader gets it.
package struct StoredCase: Sendable, Hashable {
    package let identifier: CaseIdentifier
    package let publicNumber: PublicNumber
    package let version: UInt64
    package let state: CaseState
    package let updatedAt: Instant
    /// Who may be given the snapshot as it is.
    package let plainViews: PlainViews
    /// The case by the codec.
    package let snapshot: [UInt8]

    init(_ record: CaseRecord) {
        self.identifier = record.identifier
        self.publicNumber = record.number
        self.version = record.version
        self.state = record.state
        self.updatedAt = Instant(millisecondsSince1970: record.updatedAtMilliseconds)
        self.plainViews = record.plainViews
        self.snapshot = record.snapshot
    }
}

/// An event as a reader gets it.
package struct StoredEvent: Sendable, Hashable {
    package let sequence: UInt64
    package let at: Instant
    package let stateAfter: CaseState
    /// The event by the codec; empty if it was erased.
    package let bytes: [UInt8]
    /// The chain's links before and after it, 32 bytes each.
    package let previousLink: [UInt8]
    package let link: [UInt8]

    init(_ event: EventRecord, after previousLink: [UInt8]) {
        sequence = event.sequence
        at = Instant(millisecondsSince1970: event.atMilliseconds)
        stateAfter = event.stateAfter
        bytes = event.bytes
        self.previousLink = previousLink
        link = event.link
    }
}

/// A case with all its events, oldest first; both of one snapshot.
package struct StoredHistory: Sendable, Hashable {
    package let caseFile: StoredCase
    package let events: [StoredEvent]
}

/// Which cases a list shows; what is nil or empty does not filter.
package struct CaseFilter: Sendable, Hashable {
    /// The complainant's SIREN, 9 digits. In a platform's list only of firms that it may know.
    package var siren: String?
    package var complainant = ComplainantFilter()
    package var platform: String?
    package var states: Set<CaseState> = []
    /// A clock runs out before this instant.
    package var dueBefore: Instant?
    /// Changed at or after this instant.
    package var updatedSince: Instant?

    package init() {}
}

/// A page of a list, newest first.
package struct CasePage: Sendable, Hashable {
    package let cases: [StoredCase]
    /// Where the next page begins; nil on the last. A page may be short, or empty, and have a next:
    /// it ends after so many rows looked at.
    package let next: CaseIdentifier?
    /// What was left out because it is damaged.
    package let damage: [StoreError]
    /// Where in the database's history it was read, if that has copies.
    package var place: UInt64?
}

/// An entry of an inbox.
package struct InboxEntry: Sendable, Hashable {
    /// Counted from 1 in this inbox: where to go on from after this entry.
    package let position: UInt64
    /// The number of `recours.v1.EventKind`.
    package let eventKind: Int32
    /// The event's place among those of its case.
    package let eventSequence: UInt64
    /// The case as it is now.
    package let caseFile: StoredCase
}

/// What came into an inbox after a position.
package struct InboxPage: Sendable, Hashable {
    package let entries: [InboxEntry]
    /// Where to go on from; what was asked for if nothing came.
    package let position: UInt64
    /// More is there already.
    package let more: Bool
    /// The inbox has never reached the position asked for: that is of a store set back since.
    package let isAhead: Bool
    /// What was left out because it is damaged.
    package let damage: [StoreError]
}

/// What a check of the whole store found.
package struct VerificationReport: Sendable, Hashable {
    package var cases = 0
    package var events = 0
    /// The first hundred cases whose row or chain is damaged.
    package var damaged: [CaseIdentifier] = []
    /// All damaged cases.
    package var damagedCount = 0
}
