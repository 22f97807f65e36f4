// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

// What the server asks of its own accord: whose clock has run out, what has to be told to whom, and
// the numbers it keeps. No partner's call leads here, so no scope is named.
extension CaseStore {
    /// Alarms up to an instant, oldest first, after a place; at most `limit`.
    package func alarms(
        after position: AlarmPosition?, upTo end: Instant, limit: Int
    ) async throws(StoreError) -> [Alarm] {
        let limit = max(1, min(limit, limits.pageItems))
        return try await list { reader throws(StoreError) in
            try reader.alarms(after: position, upTo: end, limit: limit)
        }
    }

    /// The marks that were ever raised.
    package func marks() async throws(StoreError) -> [StoreMark: Int64] {
        try await point { reader throws(StoreError) in
            var found: [StoreMark: Int64] = [:]
            for mark in StoreMark.allCases { found[mark] = try reader.mark(mark) }
            return found
        }
    }

    /// Raises marks, and returns once that is on disk.
    package func raise(_ marks: [StoreMark: Int64]) async throws(StoreError) {
        if case .failed(let error) = await execute(.raiseMarks(marks)) { throw error }
    }

    // MARK: Notices

    /// What came into the notifier's inbox after a position, in order; a damaged case's entries are
    /// passed over, for nothing may be told of them.
    package func notices(
        after position: UInt64, limit: Int
    ) async throws(StoreError) -> [StoredNotice] {
        let limit = max(1, min(limit, limits.pageItems))
        return try await list { reader throws(StoreError) in
            try reader.notices(after: position, limit: limit)
        }
    }

    /// The position of the newest notice.
    package func lastNotice() async throws(StoreError) -> UInt64 {
        try await point { reader throws(StoreError) in try reader.inboxHead(.notifier) }
    }

    /// Waits until there is a notice after a position; false if not by `deadline`, or if cancelled.
    package func waitForNotice(
        after position: UInt64, until deadline: ContinuousClock.Instant
    ) async throws(StoreError) -> Bool {
        try await wait(for: .inbox(.notifier), after: position, until: deadline) {
            reader throws(StoreError) in try reader.inboxHead(.notifier)
        }
    }
}

/// An event that somebody shall be told of, who may have no program that reads an inbox.
package struct StoredNotice: Sendable, Hashable {
    /// Counted from 1; where to go on after this notice.
    package let position: UInt64
    /// The event and the case as it is now, by the codec; nil if the case's row is damaged.
    package let content: Content?

    package struct Content: Sendable, Hashable {
        package let event: [UInt8]
        package let caseFile: StoredCase
        /// Who filed the case.
        package let submitter: PartnerNumber
    }
}

extension StoreReader {
    func notices(after position: UInt64, limit: Int) throws(StoreError) -> [StoredNotice] {
        var items: [InboxItem] = []
        try visitInbox(.notifier, after: position) { item in
            items.append(item)
            return items.count < limit ? .goOn : .stop
        }
        return try items.map { item throws(StoreError) in
            switch item {
            case .entry(let entry, let record):
                let content = try content(of: entry, record)
                return StoredNotice(position: entry.position, content: content)
            case .damage(let position): return StoredNotice(position: position, content: nil)
            }
        }
    }

    private func content(
        of entry: InboxRecord, _ record: CaseRecord
    ) throws(StoreError) -> StoredNotice.Content? {
        guard record.isIntact else { return nil }
        let address = EventAddress(caseRow: entry.caseRow, sequence: entry.eventSequence)
        do throws(StoreError) {
            return try event(address).map { event in
                StoredNotice.Content(
                    event: event.bytes, caseFile: StoredCase(record),
                    submitter: record.submitter)
            }
        } catch {
            // Nothing may be told of a damaged event, and nobody else's notices wait for it.
            guard error.code == .corrupted else { throw error }
            return nil
        }
    }
}
