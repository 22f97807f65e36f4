// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

// What readers of every back end do alike with works and claims: scopes, filters, ends of pages.
extension StoreReader {
    func work(
        _ scope: CaseScope, _ identifier: WorkIdentifier, _ codec: any SnapshotCodec
    ) throws(StoreError) -> Work? {
        guard let resolved = try resolve(scope), let record = try work(identifier) else {
            return nil
        }
        guard try isVisible(record, in: resolved, codec) else { return nil }
        return try codec.work(record)
    }

    private func isVisible(
        _ record: WorkRecord, in scope: ResolvedScope, _ codec: any SnapshotCodec
    ) throws(StoreError) -> Bool {
        switch scope {
        case .submitter(let number), .firm(let number, _): return record.registrant == number
        case .mediator: return true
        case .retention: return false
        case .platform(let slug):
            var isAgainst = false
            try visitClaims(.work(record.number), below: nil) { found throws(StoreError) in
                isAgainst = try codec.claim(found).plan.platforms.contains(slug)
                return isAgainst ? .stop : .goOn
            }
            return isAgainst
        }
    }

    func works(
        _ scope: CaseScope, below number: UInt64?, limit: Int, _ limits: StoreLimits,
        _ codec: any SnapshotCodec
    ) throws(StoreError) -> ClaimPage<Work> {
        var page = PageInProgress<Work>(limit: limit, limits)
        guard let holders = try holders(scope) else { return page.page }
        try visitWorks(of: holders.only, below: number) { record throws(StoreError) in
            guard page.hasRoom(for: record.body.count) else { return .stop }
            page.take(try codec.work(record), record.number, bytes: record.body.count)
            return .goOn
        }
        return page.page
    }

    func claim(
        _ scope: CaseScope, _ identifier: StandingClaimIdentifier, _ codec: any SnapshotCodec
    ) throws(StoreError) -> (claim: StandingClaim, work: Work)? {
        guard let holders = try holders(scope), let record = try claim(identifier),
            holders.contain(record.registrant)
        else { return nil }
        let claim = try codec.claim(record)
        guard let work = try work(claim.work) else { throw .corrupted("A claim's work") }
        return (claim, try codec.work(work))
    }

    func claims(
        _ scope: CaseScope, _ filter: ClaimFilter, below number: UInt64?, limit: Int,
        _ limits: StoreLimits, _ codec: any SnapshotCodec
    ) throws(StoreError) -> ClaimPage<StandingClaim> {
        var page = PageInProgress<StandingClaim>(limit: limit, limits)
        guard let holders = try holders(scope) else { return page.page }
        var walk: ClaimWalk = holders.only.map { .registrant($0) } ?? .all
        if let identifier = filter.work {
            guard let work = try work(identifier), holders.contain(work.registrant) else {
                return page.page
            }
            walk = .work(work.number)
        }
        try visitClaims(walk, below: number) { record throws(StoreError) in
            guard page.hasRoom(for: record.body.count) else { return .stop }
            let claim = try codec.claim(record)
            let isWanted = filter.holds(claim)
            page.take(isWanted ? claim : nil, record.number, bytes: record.body.count)
            return .goOn
        }
        return page.page
    }

    // MARK: Listings

    func listings(
        _ scope: CaseScope, _ filter: ListingFilter, after number: UInt64, limit: Int,
        _ limits: StoreLimits, _ codec: any SnapshotCodec
    ) throws(StoreError) -> ClaimPage<ClaimListing> {
        var page = PageInProgress<ClaimListing>(limit: limit, limits)
        guard let resolved = try resolve(scope), let walk = try walk(resolved, filter) else {
            return page.page
        }
        try visitListings(walk, after: number) { record throws(StoreError) in
            guard page.hasRoom(for: record.body.count) else { return .stop }
            let listing = try codec.listing(record)
            let isWanted = filter.holds(listing) && record.isVisible(listing, in: resolved)
            page.take(isWanted ? listing : nil, record.number, bytes: record.body.count)
            return .goOn
        }
        return page.page
    }

    /// The shortest walk that passes all which is asked for; nil: there is nothing in the scope.
    private func walk(
        _ scope: ResolvedScope, _ filter: ListingFilter
    ) throws(StoreError) -> ListingWalk? {
        if let identifier = filter.claim {
            guard let claim = try claim(identifier) else { return nil }
            switch scope {
            case .submitter(let number), .firm(let number, _):
                guard claim.registrant == number else { return nil }
                return filter.isAwaiting ? .awaiting(number) : .claim(claim.number)
            case .platform, .mediator:
                return filter.isAwaiting ? .awaiting(nil) : .claim(claim.number)
            case .retention: return nil
            }
        }
        switch scope {
        case .submitter(let number), .firm(let number, _):
            return filter.isAwaiting ? .awaiting(number) : .registrant(number)
        case .platform(let slug): return filter.isAwaiting ? nil : .platform(slug)
        case .mediator:
            if filter.isAwaiting { return .awaiting(nil) }
            return filter.platform.map { .platform($0) } ?? .all
        case .retention: return nil
        }
    }

    func reports(
        to platform: String, after position: UInt64, limit: Int, _ limits: StoreLimits,
        _ codec: any SnapshotCodec
    ) throws(StoreError) -> ReportPage {
        let last = try nextClaimNumbers().report - 1
        var page = PageInProgress<ClaimListing>(limit: limit, limits)
        try visitReports(to: platform, after: position) { record throws(StoreError) in
            guard page.hasRoom(for: record.body.count) else { return .stop }
            page.take(
                try codec.listing(record), record.report ?? 0, bytes: record.body.count)
            return .goOn
        }
        var works: [WorkIdentifier: Work] = [:]
        for listing in page.page.items where works[listing.work] == nil {
            guard let record = try work(listing.work) else { throw .corrupted("A claim's work") }
            works[listing.work] = try codec.work(record)
        }
        return ReportPage(
            listings: page.page.items, works: Array(works.values),
            position: page.last ?? position, more: page.page.next != nil,
            isAhead: position > last)
    }

    // MARK: Parts

    /// Whose works and claims the scope has; nil: nobody's.
    private func holders(_ scope: CaseScope) throws(StoreError) -> Holders? {
        switch try resolve(scope) {
        case .submitter(let number), .firm(let number, _): Holders(only: number)
        case .mediator: Holders(only: nil)
        case .platform, .retention, nil: nil
        }
    }

    func matchedClaims(
        below number: UInt64?, limit: Int, _ codec: any SnapshotCodec
    ) throws(StoreError) -> ClaimPage<(claim: StandingClaim, work: Work)> {
        var found: [ClaimRecord] = []
        try visitClaims(.all, below: number) { record in
            found.append(record)
            return found.count < limit ? .goOn : .stop
        }
        // Asked for after the walk: a reader has one statement a query.
        var items: [(claim: StandingClaim, work: Work)] = []
        for record in found {
            do throws(StoreError) {
                let claim = try codec.claim(record)
                guard let work = try work(claim.work) else { throw .corrupted("A claim's work") }
                items.append((claim: claim, work: try codec.work(work)))
            } catch {
                // One damaged row, of which the scrub tells, must not keep all others from use.
                guard error.code == .corrupted else { throw error }
            }
        }
        return ClaimPage(items: items, next: found.count == limit ? found.last?.number : nil)
    }
}

/// One partner, or everybody.
private struct Holders {
    /// Nil: everybody.
    var only: PartnerNumber?

    func contain(_ partner: PartnerNumber) -> Bool { only.map { $0 == partner } ?? true }
}

extension ClaimListingRecord {
    fileprivate func isVisible(_ listing: ClaimListing, in scope: ResolvedScope) -> Bool {
        switch scope {
        case .submitter(let number), .firm(let number, _): registrant == number
        case .platform(let slug): listing.platformSlug == slug && listing.isReported
        case .mediator: true
        case .retention: false
        }
    }
}

/// A page that fills.
private struct PageInProgress<Item: Sendable> {
    private let limit: Int
    private let limits: StoreLimits
    private var items: [Item] = []
    private var bytes = 0
    private var scanned = 0
    private var hasMore = false
    private(set) var last: UInt64?

    init(limit: Int, _ limits: StoreLimits) {
        self.limit = max(1, min(limit, limits.pageItems))
        self.limits = limits
    }

    /// Whether another row is looked at; if not, the page is done and there is a next.
    mutating func hasRoom(for count: Int) -> Bool {
        let isFull =
            items.count >= limit || scanned >= limits.pageRowsScanned
            || bytes + count > limits.pageBytes
        if isFull, scanned > 0 { hasMore = true }
        return !hasMore
    }

    mutating func take(_ item: Item?, _ number: UInt64, bytes count: Int) {
        scanned += 1
        last = number
        guard let item else { return }
        bytes += count
        items.append(item)
    }

    var page: ClaimPage<Item> { ClaimPage(items: items, next: hasMore ? last : nil) }
}
