// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// What a batch has in hand of firms and the platforms they complain of.
struct RetaliationBook {
    /// What was filed in this batch, in its order: rows.
    var filed: [Opponents: [UInt64]] = [:]
    /// What had been filed before, the newest first.
    var stored: [Opponents: [EarlierCase]] = [:]
}

// A sanction soon after a complaint may be its answer (`domain.md` §7): the cases are linked, and a
// mediator looks.
extension BatchDecider {
    /// How long after a case a sanction is looked at with it.
    static let retaliationDays: Int64 = 90
    /// A mediator needs to see that there are others, not a list of all.
    static let linkedCases = 10

    /// Cases of the same firm that had come to the same platform in the days before, if the draft
    /// complains of a sanction that is no older than they are.
    mutating func earlierCases(
        than draft: CaseDraft, at now: Instant
    ) throws(StoreError) -> [PublicNumber] {
        guard draft.isSanction, let incidentOn = draft.incidentOn,
            let opponents = Opponents(draft)
        else { return [] }
        let first = Instant(
            millisecondsSince1970: now.millisecondsSince1970
                - Self.retaliationDays * 86_400_000)
        // One look at the calendar for all of them.
        let last = incidentOn.lastInstantInParis
        let found = try filedBefore(opponents, since: first, upTo: last)
        return found.prefix(Self.linkedCases).map(\.number)
    }

    /// Remembers a case that is filed in this batch.
    mutating func noteOpponents(of caseFile: CaseFile, row: UInt64) {
        guard let opponents = Opponents(caseFile.sharedDraft.value) else { return }
        retaliationBook.filed[opponents, default: []].append(row)
    }

    /// The newest first, those of this batch among them.
    private mutating func filedBefore(
        _ opponents: Opponents, since: Instant, upTo last: Instant
    ) throws(StoreError) -> [EarlierCase] {
        var stored = retaliationBook.stored[opponents]
        if stored == nil {
            stored = try lookup.earlierCases(of: opponents, since: since, limit: Self.linkedCases)
            retaliationBook.stored[opponents] = stored
        }
        var found: [EarlierCase] = []
        for row in (retaliationBook.filed[opponents] ?? []).suffix(Self.linkedCases).reversed() {
            let place = Int(row - firstCaseRow)
            // Only what is asked: a whole row is not copied for it.
            guard writes.newCases[place].isTransmitted else { continue }
            let filedAt = writes.newCases[place].createdAtMilliseconds
            if filedAt >= since.millisecondsSince1970, filedAt <= last.millisecondsSince1970 {
                found.append(EarlierCase(writes.newCases[place]))
            }
        }
        for earlier in stored ?? [] where earlier.filedAt >= since && earlier.filedAt <= last {
            found.append(earlier)
        }
        return found
    }
}
