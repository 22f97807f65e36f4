// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// What a batch has in hand of groups, beyond what it writes.
struct AggregateBook {
    /// Groups in which something may now be shown.
    var toRelease: Set<AggregateGroup> = []
}

// Cases of disclosure AGGREGATE: held until five firms have filed the same, then shown together.
extension BatchDecider {
    /// Cases shown by one command at most; the sweeper shows the rest.
    static let releasedACommand = 256
    private static let releaseReason =
        "Five firms have filed the same of this platform: their cases are shown together."

    /// Keeps the group's numbers in step with a change of a case.
    mutating func followGroup(
        _ caseFile: CaseFile, before: CaseFile?, row: UInt64
    ) throws(StoreError) {
        // An erased case is in no group any more: nothing of its firm stays here either.
        let former = before.flatMap(AggregateStanding.init)
        let standing = AggregateStanding(of: caseFile)
        guard former != standing else { return }
        if let former, former.firm != standing?.firm { try add(-1, former.firm) }
        if let standing, standing.firm != former?.firm { try add(1, standing.firm) }
        if let former, former.isHeld {
            writes.aggregates.held[former.firm.group, default: [:]][row] = false
        }
        if let standing {
            if standing.isHeld {
                writes.aggregates.held[standing.firm.group, default: [:]][row] = true
            }
            aggregateBook.toRelease.insert(standing.firm.group)
        }
    }

    private mutating func add(_ value: Int, _ firm: AggregateFirm) throws(StoreError) {
        let before = try cases(of: firm)
        let after = max(0, before + value)
        writes.aggregates.cases[firm] = after
        guard (before == 0) != (after == 0) else { return }
        writes.aggregates.firms[firm.group] = max(0, try firms(of: firm.group) + value)
    }

    // MARK: Showing

    /// Shows what waits in the groups that have grown large enough.
    mutating func releaseGrownGroups(at now: Instant) throws(StoreError) {
        var left = Self.releasedACommand
        while left > 0, let group = aggregateBook.toRelease.popFirst() {
            guard try firms(of: group) >= AggregateGroup.leastFirms else { continue }
            left -= try release(group, limit: left, at: now)
        }
        aggregateBook.toRelease = []
    }

    /// The clock's: goes on where a command had shown as many as it may. Returns how many.
    mutating func releaseWaiting(
        at now: Instant, limit: Int
    ) throws(StoreError) -> AdministrativeOutcome {
        var count = 0
        for group in try lookup.releasableGroups(limit: limit) where count < limit {
            count += try release(group, limit: limit - count, at: now)
        }
        aggregateBook.toRelease = []
        return .settled(count)
    }

    private mutating func release(
        _ group: AggregateGroup, limit: Int, at now: Instant
    ) throws(StoreError) -> Int {
        let changed = writes.aggregates.held[group] ?? [:]
        let stored = try lookup.heldCases(of: group, limit: limit + changed.count)
        let waiting = stored.filter { changed[$0] == nil } + changed.filter(\.value).keys.sorted()
        var count = 0
        for row in waiting.prefix(limit) where try transmit(row: row, at: now) { count += 1 }
        return count
    }

    /// False for a case that cannot be transmitted any more.
    private mutating func transmit(row: UInt64, at now: Instant) throws(StoreError) -> Bool {
        let identifier: CaseIdentifier?
        if row >= firstCaseRow {
            identifier = writes.newCases[Int(row - firstCaseRow)].identifier
        } else {
            identifier = try lookup.caseRecord(row: row)?.identifier
        }
        guard let identifier, let working = try undamagedCase(identifier) else { return false }
        guard let file = working.file else { return false }
        let decision: Decision
        let filing = try filing(to: file.addressee)
        do {
            decision = try CaseRules.decide(
                .act(.transmit(reason: Self.releaseReason), filing: filing), on: file,
                by: .system, at: now)
        } catch {
            // It has left SUBMITTED by another way, which the group hears of in its own time.
            return false
        }
        _ = try adopt(decision, of: working, nil)
        return true
    }

    /// Nil for a damaged case too: it waits on, and holds up no other of its group.
    private mutating func undamagedCase(
        _ identifier: CaseIdentifier
    ) throws(StoreError) -> WorkingCase? {
        do throws(StoreError) {
            return try workingCase(identifier)
        } catch {
            guard error.code == .corrupted else { throw error }
            damage.append(error)
            return nil
        }
    }

    // MARK: Numbers

    private func firms(of group: AggregateGroup) throws(StoreError) -> Int {
        if let known = writes.aggregates.firms[group] { return known }
        return try lookup.firms(of: group)
    }

    private func cases(of firm: AggregateFirm) throws(StoreError) -> Int {
        if let known = writes.aggregates.cases[firm] { return known }
        return try lookup.cases(of: firm)
    }
}
