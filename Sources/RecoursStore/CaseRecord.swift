// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// One case as a store keeps it: its snapshot, and the few columns that queries need.
package struct CaseRecord: Sendable, Hashable {
    /// Counted from 1 in the order of filing; never shown to a partner.
    package var row: UInt64
    package var identifier: CaseIdentifier
    package var number: PublicNumber
    package var version: UInt64
    package var state: CaseState
    package var submitter: PartnerNumber
    /// Slug of the platform now addressed.
    package var platform: String
    /// True once the case has been transmitted to the platform, which sees it from then on.
    package var isTransmitted: Bool
    /// The complainant's SIREN as a number; 0 if it has none.
    package var siren: UInt32
    /// When the first running clock ends, in milliseconds since 1970; nil if none runs.
    package var dueAtMilliseconds: Int64?
    /// When the clock next has something to do with the case; nil if never. `unknownAlarm` in a row
    /// of an older schema.
    package var alarmAtMilliseconds: Int64?
    package var createdAtMilliseconds: Int64
    package var updatedAtMilliseconds: Int64
    /// Who may be given the snapshot as it is.
    package var plainViews: PlainViews
    /// Whether the mediators' classes have counted the case: not those of older versions.
    package var isClassed: Bool
    /// What lists filter on of the complainant.
    package var complainant: ComplainantMarks
    /// The case by the codec.
    package var snapshot: [UInt8]
    /// Over all of the above; see `computedChecksum`.
    package var checksum: UInt64

    package init(
        row: UInt64, identifier: CaseIdentifier, number: PublicNumber, version: UInt64,
        state: CaseState, submitter: PartnerNumber, platform: String, isTransmitted: Bool,
        siren: UInt32, dueAtMilliseconds: Int64?, alarmAtMilliseconds: Int64?,
        createdAtMilliseconds: Int64, updatedAtMilliseconds: Int64,
        plainViews: PlainViews = PlainViews(rawValue: 0), isClassed: Bool = false,
        complainant: ComplainantMarks = .unknown, snapshot: [UInt8], checksum: UInt64
    ) {
        self.row = row
        self.identifier = identifier
        self.number = number
        self.version = version
        self.state = state
        self.submitter = submitter
        self.platform = platform
        self.isTransmitted = isTransmitted
        self.siren = siren
        self.dueAtMilliseconds = dueAtMilliseconds
        self.alarmAtMilliseconds = alarmAtMilliseconds
        self.createdAtMilliseconds = createdAtMilliseconds
        self.updatedAtMilliseconds = updatedAtMilliseconds
        self.plainViews = plainViews
        self.isClassed = isClassed
        self.complainant = complainant
        self.snapshot = snapshot
        self.checksum = checksum
    }
}

extension CaseRecord {
    /// `plainViews`, `isClassed` and `complainant` as one column; what a row's version did not know
    /// is 0 in it.
    package var viewMarks: UInt64 { lowMarks | complainant.rawValue << 8 }

    /// Those of the marks that were there first.
    var lowMarks: UInt64 { UInt64(plainViews.rawValue) | (isClassed ? 128 : 0) }

    /// Takes the column over.
    package mutating func take(viewMarks: UInt64) {
        plainViews = PlainViews(rawValue: UInt8(truncatingIfNeeded: viewMarks & 127))
        isClassed = viewMarks & 128 != 0
        complainant = ComplainantMarks(rawValue: viewMarks >> 8)
    }
}

/// One event as a store keeps it.
package struct EventRecord: Sendable, Hashable {
    /// The case's row.
    package var caseRow: UInt64
    /// 1 for the first of the case; the case's version after it.
    package var sequence: UInt64
    package var stateAfter: CaseState
    package var atMilliseconds: Int64
    /// 32 bytes; none once erased.
    package var salt: [UInt8]
    /// The event by the codec; none once erased.
    package var bytes: [UInt8]
    /// 32 bytes; see `EventChain`.
    package var link: [UInt8]
    /// What the command that made the event was called with, if it had an idempotency key.
    package var origin: EventOrigin?
    /// Where it stands in which partner's tree.
    package var place: TreePlace?
    /// The event's hash, kept in the place of what was erased; nil while the event is there.
    package var leaf: [UInt8]?

    package init(
        caseRow: UInt64, sequence: UInt64, stateAfter: CaseState, atMilliseconds: Int64,
        salt: [UInt8], bytes: [UInt8], link: [UInt8], origin: EventOrigin?,
        place: TreePlace?, leaf: [UInt8]? = nil
    ) {
        self.caseRow = caseRow
        self.sequence = sequence
        self.stateAfter = stateAfter
        self.atMilliseconds = atMilliseconds
        self.salt = salt
        self.bytes = bytes
        self.link = link
        self.origin = origin
        self.place = place
        self.leaf = leaf
    }
}
