// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A page of commitments, the newest first.
package struct CommitmentPage: Sendable, Hashable {
    package let commitments: [Commitment]
    /// Where the next page begins; nil on the last. A page may be short, or empty, and have a next.
    package let next: UInt64?
}

extension CaseStore {
    /// The commitments that the scope may know of: those of its cases and claims, and all of
    /// campaigns and categories; a platform only its own.
    package func commitments(
        _ scope: CaseScope, platform: String?, state: CommitmentState?, below number: UInt64?,
        limit: Int
    ) async throws(StoreError) -> CommitmentPage {
        let limits = limits
        return try await list { reader throws(StoreError) in
            try reader.commitments(
                scope, platform: platform, state: state, below: number, limit: limit, limits)
        }
    }

    /// Breaks the commitments to campaigns and categories that are open and overdue. Again, it
    /// finds nothing.
    ///
    /// - Returns: how many it broke.
    package func settleOverdueCommitments(asOf now: Instant) async throws(StoreError) -> Int {
        try await settleAll { .commitment(.settleOverdue(at: now, limit: $0)) }
    }
}

extension StoreReader {
    fileprivate func commitments(
        _ scope: CaseScope, platform: String?, state: CommitmentState?, below number: UInt64?,
        limit: Int, _ limits: StoreLimits
    ) throws(StoreError) -> CommitmentPage {
        let empty = CommitmentPage(commitments: [], next: nil)
        guard let resolved = try resolve(scope) else { return empty }
        var platform = platform
        if case .platform(let own) = resolved {
            if let platform, platform != own { return empty }
            platform = own
        }
        let limit = max(1, min(limit, limits.pageItems))
        var found: [CommitmentRecord] = []
        var scanned = 0
        var last: UInt64?
        var hasMore = false
        try visitCommitments(platform: platform, below: number) { record in
            if found.count >= limit || scanned >= limits.pageItems * 4 {
                hasMore = true
                return .stop
            }
            scanned += 1
            last = record.number
            if state.map({ $0 == record.commitment.state }) ?? true { found.append(record) }
            return .goOn
        }
        // Whose case it is, is asked after the walk: the reader has one statement a query.
        var visible: [Commitment] = []
        for record in found where try isVisible(record, in: resolved) {
            visible.append(record.commitment)
        }
        return CommitmentPage(commitments: visible, next: hasMore ? last : nil)
    }

    private func isVisible(
        _ record: CommitmentRecord, in scope: ResolvedScope
    ) throws(StoreError) -> Bool {
        // The walk of a platform passes its own commitments only, also of cases re-addressed since.
        if case .platform = scope { return true }
        if case .claim(let identifier, _) = record.commitment.scope {
            guard let holder = scope.submitter else { return scope == .mediator }
            return try claim(identifier)?.registrant == holder
        }
        guard let row = record.caseRow else { return true }
        return try caseRecord(row: row)?.isVisible(in: scope) ?? false
    }
}
