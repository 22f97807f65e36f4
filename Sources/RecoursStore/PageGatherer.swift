// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// Gathers a page, and knows where it ends: at so many items, bytes, or rows looked at.
struct PageGatherer {
    private let limit: Int
    private let limits: StoreLimits
    private var cases: [StoredCase] = []
    private var bytes = 0
    private var scanned = 0
    private var last: CaseIdentifier?
    private var hasMore = false
    private var damage: [StoreError] = []

    init(limit: Int, _ limits: StoreLimits) {
        self.limit = max(1, min(limit, limits.pageItems))
        self.limits = limits
    }

    /// Passes over a row that the filter does not admit.
    mutating func pass(_ record: CaseRecord) -> VisitOrder {
        scanned += 1
        if scanned > limits.pageRowsScanned {
            hasMore = true
            return .stop
        }
        last = record.identifier
        return .goOn
    }

    /// Passes over a damaged row: one must not keep all behind it from its readers.
    mutating func leaveOut(_ error: StoreError) -> VisitOrder {
        scanned += 1
        damage.append(error)
        return .goOn
    }

    mutating func take(_ record: CaseRecord) -> VisitOrder {
        let isFull = cases.count >= limit || bytes + record.snapshot.count > limits.pageBytes
        if isFull, !cases.isEmpty {
            hasMore = true
            return .stop
        }
        scanned += 1
        bytes += record.snapshot.count
        last = record.identifier
        cases.append(StoredCase(record))
        return .goOn
    }

    var page: CasePage {
        CasePage(cases: cases, next: hasMore ? last : nil, damage: damage)
    }
}

extension CaseFilter {
    /// True if the list shows the row. The SIREN is given as a number.
    func admits(_ record: CaseRecord, siren: UInt32?) -> Bool {
        if let siren, record.siren != siren { return false }
        if let platform, record.platform != platform { return false }
        if !states.isEmpty, !states.contains(record.state) { return false }
        if let dueBefore {
            guard let due = record.dueAtMilliseconds, due < dueBefore.millisecondsSince1970
            else { return false }
        }
        if let updatedSince {
            return record.updatedAtMilliseconds >= updatedSince.millisecondsSince1970
        }
        return true
    }

    /// True if the list shows the row to the scope, as far as the complainant's marks say.
    func admits(
        _ record: CaseRecord, in scope: ResolvedScope, _ codec: any SnapshotCodec
    ) throws(StoreError) -> Bool {
        var mustBeNamed = false
        // Whoever asks for a firm must not learn which pseudonym is that firm.
        if case .platform = scope { mustBeNamed = siren != nil }
        guard mustBeNamed || !complainant.isEmpty else { return true }
        let marks = try record.complainantMarks(codec)
        return complainant.admits(marks) && (marks.isNamed || !mustBeNamed)
    }
}
