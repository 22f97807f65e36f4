// SPDX-License-Identifier: EUPL-1.2

/// What a database is asked for the mediators, within a snapshot.
package protocol MediationReader: AnyObject {
    /// Visits the queue from after a position on, in order, until `visit` says to stop. The filter
    /// tells which index serves; `visit` is also given rows that it does not admit.
    func visitQueue(
        _ filter: QueueFilter, after position: QueuePosition,
        _ visit: (QueueRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError)
    /// Visits classes, the largest first, from after a position on, until `visit` says to stop.
    func visitClasses(
        after position: ClassPosition?, _ visit: (ClassRecord) -> VisitOrder
    ) throws(StoreError)
    /// The readings of a case's identity below a number, newest first; at most `limit`.
    func identityReads(
        caseRow: UInt64, below number: UInt64?, limit: Int
    ) throws(StoreError) -> [IdentityRead]
}

extension StoreReader {
    func queue(
        _ filter: QueueFilter, after position: QueuePosition, limit: Int, _ limits: StoreLimits,
        _ codec: any SnapshotCodec
    ) throws(StoreError) -> QueuePage {
        let limit = max(1, min(limit, limits.pageItems))
        var entries: [QueueEntry] = []
        var bytes = 0
        var scanned = 0
        var last: QueuePosition?
        var hasMore = false
        var damage: [StoreError] = []
        try visitQueue(filter, after: position) { record throws(StoreError) in
            if entries.count >= limit || bytes >= limits.pageBytes
                || scanned >= limits.pageRowsScanned
            {
                hasMore = true
                return .stop
            }
            scanned += 1
            last = record.position
            guard filter.admits(record) else { return .goOn }
            let found: CaseRecord
            do throws(StoreError) {
                found = try intactCase(row: record.caseRow)
                if !filter.complainant.isEmpty,
                    !filter.complainant.admits(try found.complainantMarks(codec))
                {
                    return .goOn
                }
            } catch {
                guard error.code == .corrupted else { throw error }
                damage.append(error)
                return .goOn
            }
            bytes += found.snapshot.count
            entries.append(QueueEntry(record: record, caseFile: StoredCase(found)))
            return .goOn
        }
        return QueuePage(entries: entries, next: hasMore ? last : nil, damage: damage)
    }

    private func intactCase(row: UInt64) throws(StoreError) -> CaseRecord {
        guard let record = try caseRecord(row: row) else {
            throw .corrupted("The case in row \(row)")
        }
        guard record.isIntact else { throw .damaged(record) }
        return record
    }

    func classes(
        _ filter: ClassFilter, after position: ClassPosition?, limit: Int, _ limits: StoreLimits
    ) throws(StoreError) -> ClassPage {
        let limit = max(1, min(limit, limits.pageItems))
        var classes: [ClassRecord] = []
        var scanned = 0
        var last: ClassPosition?
        var hasMore = false
        try visitClasses(after: position) { record in
            // They come by size: what follows is smaller still.
            if record.open < filter.least { return .stop }
            if classes.count >= limit || scanned >= limits.pageRowsScanned {
                hasMore = true
                return .stop
            }
            scanned += 1
            last = ClassPosition(open: record.open, number: record.number)
            if filter.admits(record) { classes.append(record) }
            return .goOn
        }
        return ClassPage(classes: classes, next: hasMore ? last : nil)
    }
}
