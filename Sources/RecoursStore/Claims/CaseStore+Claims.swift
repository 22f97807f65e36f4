// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// Which claims a list is of.
package struct ClaimFilter: Sendable, Hashable {
    /// Nil: of all works.
    package var work: WorkIdentifier?
    package var state: ClaimState?
    package var isThrottledOnly = false

    package init() {}

    func holds(_ claim: StandingClaim) -> Bool {
        if let work, claim.work != work { return false }
        if let state, claim.state != state { return false }
        return !isThrottledOnly || claim.throttledAt != nil
    }
}

/// Which listings a list is of.
package struct ListingFilter: Sendable, Hashable {
    /// Nil: of all claims.
    package var claim: StandingClaimIdentifier?
    /// Nil: on all platforms.
    package var platform: String?
    /// Empty: in all states.
    package var states: Set<ListingState> = []
    /// Only matches that wait for a person; otherwise only what was reported, or excluded.
    package var isAwaiting = false

    package init() {}

    func holds(_ listing: ClaimListing) -> Bool {
        if listing.awaitsReview != isAwaiting { return false }
        if let claim, listing.claim != claim { return false }
        if let platform, listing.platformSlug != platform { return false }
        return states.isEmpty || states.contains(listing.state)
    }
}

/// A page of a list.
package struct ClaimPage<Item: Sendable>: Sendable {
    package var items: [Item]
    /// The number of the last row that was looked at: where the next page begins; nil on the last.
    package var next: UInt64?
}

/// What was reported to a platform, in order.
package struct ReportPage: Sendable {
    package var listings: [ClaimListing]
    /// The works that they copy, each once.
    package var works: [Work]
    /// The place after the last one; the page's own if nothing came.
    package var position: UInt64
    package var more: Bool
    /// The place that was asked for is one that the store has never reached.
    package var isAhead: Bool
}

/// Figures of one claim and platform.
package struct ClaimFigureLine: Sendable {
    /// Nil: of all claims together.
    package var claim: StandingClaimIdentifier?
    package var platform: String
    package var figures: ClaimFigures
}

extension CaseStore {
    /// A work in the scope; a platform's are those that a claim against it is held for.
    package func work(
        _ scope: CaseScope, _ identifier: WorkIdentifier
    ) async throws(StoreError) -> Work? {
        let codec = codec
        return try await point { reader throws(StoreError) in
            try reader.work(scope, identifier, codec)
        }
    }

    /// The scope's works below a number, the newest first.
    package func works(
        _ scope: CaseScope, below number: UInt64?, limit: Int
    ) async throws(StoreError) -> ClaimPage<Work> {
        let (limits, codec) = (limits, codec)
        return try await list { reader throws(StoreError) in
            try reader.works(scope, below: number, limit: limit, limits, codec)
        }
    }

    /// A claim in the scope with its work; a platform has none.
    package func claim(
        _ scope: CaseScope, _ identifier: StandingClaimIdentifier
    ) async throws(StoreError) -> (claim: StandingClaim, work: Work)? {
        let codec = codec
        return try await point { reader throws(StoreError) in
            try reader.claim(scope, identifier, codec)
        }
    }

    /// The scope's claims below a number, the newest first.
    package func claims(
        _ scope: CaseScope, _ filter: ClaimFilter, below number: UInt64?, limit: Int
    ) async throws(StoreError) -> ClaimPage<StandingClaim> {
        let (limits, codec) = (limits, codec)
        return try await list { reader throws(StoreError) in
            try reader.claims(scope, filter, below: number, limit: limit, limits, codec)
        }
    }

    /// The scope's listings above a number, in the order in which they came.
    package func listings(
        _ scope: CaseScope, _ filter: ListingFilter, after number: UInt64, limit: Int
    ) async throws(StoreError) -> ClaimPage<ClaimListing> {
        let (limits, codec) = (limits, codec)
        return try await list { reader throws(StoreError) in
            try reader.listings(scope, filter, after: number, limit: limit, limits, codec)
        }
    }

    /// What was reported to a platform behind a place.
    package func reports(
        to platform: String, after position: UInt64, limit: Int
    ) async throws(StoreError) -> ReportPage {
        let (limits, codec) = (limits, codec)
        return try await list { reader throws(StoreError) in
            try reader.reports(to: platform, after: position, limit: limit, limits, codec)
        }
    }

    /// Waits until something is reported to a platform behind a place.
    ///
    /// - Returns: false if that had not happened by `deadline`, or the task was cancelled.
    package func waitForReports(
        to platform: String, after position: UInt64, until deadline: ContinuousClock.Instant
    ) async throws(StoreError) -> Bool {
        let reference = PartnerReference(kind: .platform, slug: platform)
        let number = try await point { reader throws(StoreError) in
            try reader.partnerNumber(reference)
        }
        guard let number else { return false }
        return try await wait(for: .reports(number), after: position, until: deadline) {
            reader throws(StoreError) in
            var head: UInt64 = 0
            try reader.visitReports(to: platform, after: position) { record in
                head = record.report ?? 0
                return .stop
            }
            return head
        }
    }

    /// The figures of the scope's listings, by claim and platform, the newest claims first; of a
    /// platform's all claims together. A line counts all that it is of, however much that is.
    ///
    /// - Parameters:
    ///   - lines: no more of them; the claims that are left out are the oldest.
    ///   - rows: looked at in one snapshot; then other readers have their turn. A listing that
    ///     changes meanwhile counts once, as it was when it was looked at.
    package func claimFigures(
        _ scope: CaseScope, claim: StandingClaimIdentifier?, platform: String?,
        lines: Int = 8_000, rowsAStep rows: Int = 5_000
    ) async throws(StoreError) -> (lines: [ClaimFigureLine], isTruncated: Bool) {
        let codec = codec
        var count = ClaimFigureCount(scope, claim: claim, platform: platform, lines: lines)
        while !count.isDone {
            let soFar = count
            count = try await list { reader throws(StoreError) in
                var next = soFar
                try next.goOn(reader, rows: rows, codec)
                return next
            }
        }
        return (count.lines, count.isTruncated)
    }

    /// All claims with their works, below a number, the newest first: what a matcher is made of.
    package func matchedClaims(
        below number: UInt64?, limit: Int
    ) async throws(StoreError) -> ClaimPage<(claim: StandingClaim, work: Work)> {
        let codec = codec
        return try await list { reader throws(StoreError) in
            try reader.matchedClaims(below: number, limit: limit, codec)
        }
    }
}
