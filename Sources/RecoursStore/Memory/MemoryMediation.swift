// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// The mediators' rows of a store in memory.
struct MemoryMediation {
    /// By case row.
    private var queue: [UInt64: QueueRecord] = [:]
    private var classes: [CaseClass: ClassRecord] = [:]
    private var nextClass: UInt64 = 1
    /// By number, which counts from 1.
    private var identityReads: [IdentityRead] = []

    mutating func apply(_ writes: borrowing WriteSet) {
        for (row, record) in writes.queue { queue[row] = record }
        for (caseClass, change) in writes.classes {
            var record =
                classes[caseClass]
                ?? ClassRecord(number: nextClass, caseClass: caseClass, open: 0, waiting: 0)
            if record.number == nextClass { nextClass += 1 }
            record.open += change.open
            record.waiting += change.waiting
            // A clause's words stay no longer than the cases that it is about.
            classes[caseClass] = record.open > 0 || record.waiting > 0 ? record : nil
        }
        for var read in writes.identityReads {
            read.number = UInt64(identityReads.count) + 1
            identityReads.append(read)
        }
    }

    mutating func eraseWords(ofCase row: UInt64) {
        for place in identityReads.indices where identityReads[place].caseRow == row {
            identityReads[place].reason = ""
        }
    }

    func visitQueue(
        after position: QueuePosition, _ visit: (QueueRecord) throws(StoreError) -> VisitOrder
    ) throws(StoreError) {
        let rows = queue.values.filter { $0.position > position }
        for record in rows.sorted(by: { $0.position < $1.position }) {
            if case .stop = try visit(record) { return }
        }
    }

    func visitClasses(after position: ClassPosition?, _ visit: (ClassRecord) -> VisitOrder) {
        let order = { (record: ClassRecord) in (-record.open, record.number) }
        let rows = classes.values.filter { record in
            guard record.open > 0 else { return false }
            return position.map { (-$0.open, $0.number) < order(record) } ?? true
        }
        for record in rows.sorted(by: { order($0) < order($1) }) {
            if case .stop = visit(record) { return }
        }
    }

    func identityReads(caseRow: UInt64, below number: UInt64?, limit: Int) -> [IdentityRead] {
        let found = identityReads.reversed().lazy.filter { read in
            read.caseRow == caseRow && (number.map { read.number < $0 } ?? true)
        }
        return Array(found.prefix(limit))
    }
}
