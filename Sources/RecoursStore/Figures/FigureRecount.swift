// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// Makes the figures of all events, from the first on: for a store that has none yet, and to check
/// those that were kept up to date.
package struct FigureRecount {
    package private(set) var tally = FigureTally()
    /// Whose cases the removals among them are of.
    package private(set) var removals: [RemovalRecord] = []
    /// Cases whose events cannot be read: erased, or damaged.
    package private(set) var unreadable = 0
    private let codec: any SnapshotCodec

    package init(codec: any SnapshotCodec) {
        self.codec = codec
    }

    /// Counts every case that the reader's snapshot has.
    package mutating func run(over reader: any StoreReader) throws(StoreError) {
        for row in 1..<max(1, try reader.nextNumbers().caseRow) {
            guard let record = try reader.caseRecord(row: row) else { continue }
            let events = try reader.events(caseRow: row)
            if !count(events, of: record) { unreadable += 1 }
        }
        try reader.visitCommitments(platform: nil, below: nil) { record in
            tally.add(record.commitment.figureChanges(before: nil))
            return .goOn
        }
    }

    /// Counts one case's events, all or none; false if one of them cannot be read.
    private mutating func count(_ events: [EventRecord], of record: CaseRecord) -> Bool {
        var changes: [FigureChange] = []
        var file: CaseFile?
        for stored in events {
            guard let event = try? codec.decodeEvent(stored.bytes) else { return false }
            let before = file
            do throws(Refusal) {
                if file == nil {
                    file = try CaseFile(
                        first: event, identifier: record.identifier, publicNumber: record.number)
                } else {
                    try file?.apply(event)
                }
            } catch {
                return false
            }
            guard let after = file else { return false }
            changes += FigureChanges.of([event], before: before, after: after)
        }
        tally.add(changes)
        removals += changes.removals(row: record.row, submitter: record.submitter)
        return true
    }
}
