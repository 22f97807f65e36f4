// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A case whose clock wants attention, as the sweeper finds it.
package struct Alarm: Sendable, Hashable {
    package var position: AlarmPosition
    package var identifier: CaseIdentifier
    /// The case's version when the alarm was read: an elapse that raises it has done something.
    package var version: UInt64

    package init(position: AlarmPosition, identifier: CaseIdentifier, version: UInt64) {
        self.position = position
        self.identifier = identifier
        self.version = version
    }
}

/// Where an alarm stands among all: by its time, then by its case's row, so that each has a place.
package struct AlarmPosition: Sendable, Hashable, Comparable {
    package var atMilliseconds: Int64
    package var row: UInt64

    package init(atMilliseconds: Int64, row: UInt64) {
        self.atMilliseconds = atMilliseconds
        self.row = row
    }

    /// After every alarm of this instant.
    package init(after instant: Instant) {
        self.init(atMilliseconds: instant.millisecondsSince1970, row: UInt64(Int64.max))
    }

    package var at: Instant { Instant(millisecondsSince1970: atMilliseconds) }

    package static func < (left: AlarmPosition, right: AlarmPosition) -> Bool {
        (left.atMilliseconds, left.row) < (right.atMilliseconds, right.row)
    }
}

extension CaseRecord {
    /// The alarm of a row written before alarms were kept: due at once. The first elapse learns the
    /// right one from the case itself, so that no migration need read every snapshot.
    package static let unknownAlarm: Int64 = 0
}
