// SPDX-License-Identifier: EUPL-1.2

/// Gathers a page of an inbox, and knows where it ends: at so many items, bytes, or rows looked at.
struct InboxGatherer {
    private let limit: Int
    private let limits: StoreLimits
    private var entries: [InboxEntry] = []
    private var bytes = 0
    private var scanned = 0
    private var last: UInt64
    private var more = false
    private var damage: [StoreError] = []

    init(after position: UInt64, limit: Int, _ limits: StoreLimits) {
        self.limit = max(1, min(limit, limits.pageItems))
        self.limits = limits
        last = position
    }

    mutating func take(
        _ entry: InboxRecord, _ record: CaseRecord, in scope: ResolvedScope
    ) -> VisitOrder {
        if scanned >= limits.pageRowsScanned { return stop() }
        guard record.isIntact else {
            damage.append(.damaged(record))
            return pass(through: entry.position)
        }
        // What has gone to another platform since is no longer this one's to see.
        guard record.isVisible(in: scope) else { return pass(through: entry.position) }
        let size = record.snapshot.count
        let isFull = entries.count >= limit || bytes + size > limits.pageBytes
        if isFull, !entries.isEmpty { return stop() }
        bytes += size
        entries.append(
            InboxEntry(
                position: entry.position, eventKind: entry.eventKind,
                eventSequence: entry.eventSequence, caseFile: StoredCase(record)))
        return pass(through: entry.position)
    }

    /// Passes over what is damaged: it must not keep all behind it from its reader.
    mutating func leaveOut(through position: UInt64, of inbox: PartnerNumber) -> VisitOrder {
        if scanned >= limits.pageRowsScanned { return stop() }
        let places =
            last + 1 == position ? "Entry \(position)" : "Entries \(last + 1) to \(position)"
        damage.append(.corrupted("\(places) of inbox \(inbox.value)"))
        return pass(through: position)
    }

    private mutating func pass(through position: UInt64) -> VisitOrder {
        scanned += 1
        last = position
        return .goOn
    }

    private mutating func stop() -> VisitOrder {
        more = true
        return .stop
    }

    var isEmpty: Bool { entries.isEmpty }

    func page(isAhead: Bool) -> InboxPage {
        InboxPage(entries: entries, position: last, more: more, isAhead: isAhead, damage: damage)
    }
}
