// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// A row with the value that its body holds.
struct WorkingRecord<Record, Value> {
    var record: Record
    var value: Value
}

typealias WorkingClaim = WorkingRecord<ClaimRecord, StandingClaim>
typealias WorkingListing = WorkingRecord<ClaimListingRecord, ClaimListing>

/// What a batch has in hand of works and claims; a nil value is a row that is known not to be.
struct ClaimBook {
    var works: [WorkIdentifier: WorkingRecord<WorkRecord, Work>?] = [:]
    var claims: [StandingClaimIdentifier: WorkingClaim?] = [:]
    /// Claims whose counts the present order has changed.
    var counted: Set<StandingClaimIdentifier> = []
    var listings: [ClaimListingIdentifier: WorkingListing?] = [:]
    var names: [ListingName: ClaimListingIdentifier?] = [:]
    var calls: [ClaimCallName: ClaimCallRecord] = [:]
    /// Given out in this batch; nil before the first.
    var next: ClaimNumbers?
}

// Finding the rows of works and claims, and taking over what becomes of them.
extension BatchDecider {
    mutating func work(
        _ identifier: WorkIdentifier
    ) throws(StoreError) -> WorkingRecord<WorkRecord, Work>? {
        if let known = claimBook.works[identifier] { return known }
        let codec = codec
        let found = try lookup.work(identifier).map { record throws(StoreError) in
            WorkingRecord(record: record, value: try codec.work(record))
        }
        claimBook.works[identifier] = .some(found)
        return found
    }

    mutating func claim(
        _ identifier: StandingClaimIdentifier
    ) throws(StoreError) -> WorkingClaim? {
        if let known = claimBook.claims[identifier] { return known }
        let codec = codec
        let found = try lookup.claim(identifier).map { record throws(StoreError) in
            WorkingRecord(record: record, value: try codec.claim(record))
        }
        claimBook.claims[identifier] = .some(found)
        return found
    }

    func name(of item: NamedListing, in claim: WorkingClaim) -> ListingName {
        ListingName(
            claim: claim.record.number, platform: item.platform,
            platformListingIdentifier: item.listing.platformListingIdentifier)
    }

    /// Looks listings up all at once, as far as they are not known.
    mutating func loadListings(named names: [ListingName]) throws(StoreError) {
        let wanted = Array(Set(names).filter { claimBook.names[$0] == nil })
        if wanted.isEmpty { return }
        for name in wanted { claimBook.names[name] = .some(nil) }
        for record in try lookup.listings(named: wanted) { try take(record) }
    }

    mutating func loadListings(
        _ identifiers: [ClaimListingIdentifier]
    ) throws(StoreError) {
        let wanted = Array(Set(identifiers).filter { claimBook.listings[$0] == nil })
        if wanted.isEmpty { return }
        for identifier in wanted { claimBook.listings[identifier] = .some(nil) }
        for record in try lookup.listings(wanted) { try take(record) }
    }

    private mutating func take(_ record: ClaimListingRecord) throws(StoreError) {
        claimBook.names[record.name] = .some(record.identifier)
        // What an earlier command of the batch has made of it is what it is now.
        if case .some(.some) = claimBook.listings[record.identifier] { return }
        claimBook.listings[record.identifier] = WorkingRecord(
            record: record, value: try codec.listing(record))
    }

    /// One that was loaded.
    func listing(named name: ListingName) -> WorkingListing? {
        guard let identifier = claimBook.names[name] ?? nil else { return nil }
        return listing(identifier)
    }

    /// One that was loaded.
    func listing(_ identifier: ClaimListingIdentifier) -> WorkingListing? {
        claimBook.listings[identifier] ?? nil
    }

    /// The same, if the platform may know of it.
    func listing(
        _ identifier: ClaimListingIdentifier, reportedTo platform: String
    ) -> WorkingListing? {
        guard let found = listing(identifier), found.value.platformSlug == platform,
            found.value.isReported
        else { return nil }
        return found
    }

    // MARK: Taking over

    /// Keeps what was decided of a listing, counts it in its claim, and makes the commitment that
    /// it broke.
    ///
    /// - Returns: how many bytes that is.
    mutating func keep(
        _ decision: ListingDecision, _ known: WorkingListing?, of claim: ClaimRecord,
        at now: Instant
    ) throws(StoreError) -> Int {
        guard decision.isChange else { return 0 }
        let listing = decision.listing
        count(decision, in: claim.identifier, at: now)
        let body = codec.encode(listing)
        var record: ClaimListingRecord
        if let known {
            record = known.record
        } else {
            record = try newRecord(of: listing, in: claim)
        }
        if decision.isReport { record.report = try report(to: listing.platformSlug) }
        record.awaitsReview = listing.awaitsReview
        record.body = body
        writes.claims.listings[record.number] = record
        claimBook.listings[listing.identifier] = WorkingRecord(record: record, value: listing)
        claimBook.names[record.name] = .some(listing.identifier)
        let codec = codec
        let broken = ClaimRules.brokenPromise(
            by: decision, identifier: { codec.randomBytes(16) }, at: now)
        if let broken { _ = try keep(broken, caseRow: nil, nil) }
        return body.count
    }

    /// The next place among the reports; whoever waits for it will be told.
    private mutating func report(to platform: String) throws(StoreError) -> UInt64 {
        let place = try claimNumber(\.report)
        if let partner = try partner(PartnerReference(kind: .platform, slug: platform)) {
            writes.claims.reports[partner.number] = place
        }
        return place
    }

    private mutating func newRecord(
        of listing: ClaimListing, in claim: ClaimRecord
    ) throws(StoreError) -> ClaimListingRecord {
        let name = ListingName(
            claim: claim.number, platform: listing.platformSlug,
            platformListingIdentifier: listing.listing.platformListingIdentifier)
        return ClaimListingRecord(
            number: try claimNumber(\.listing), identifier: listing.identifier, name: name,
            registrant: claim.registrant, awaitsReview: false, report: nil, body: [])
    }

    private mutating func count(
        _ decision: ListingDecision, in identifier: StandingClaimIdentifier, at now: Instant
    ) {
        guard var claim = claimBook.claims[identifier] ?? nil else { return }
        let former = claim.value.throttledAt
        claim.value.count(decision, at: now)
        if claim.value.throttledAt != former { writes.claims.changesWhatIsFound = true }
        claimBook.claims[identifier] = claim
        claimBook.counted.insert(identifier)
    }

    /// Writes claims down once for all listings of an order.
    mutating func keepCountedClaims() {
        for identifier in claimBook.counted {
            if let claim = claimBook.claims[identifier] ?? nil { keep(claim) }
        }
        claimBook.counted = []
    }

    mutating func keep(_ claim: WorkingClaim) {
        var claim = claim
        claim.record.body = codec.encode(claim.value)
        claimBook.claims[claim.value.identifier] = claim
        writes.claims.claims[claim.record.number] = claim.record
    }

    // MARK: Calls and numbers

    func earlierCall(
        _ origin: CallOrigin, of partner: PartnerRecord
    ) throws(StoreError) -> ClaimCallRecord? {
        let name = ClaimCallName(partner: partner.number, key: origin.key)
        if let known = claimBook.calls[name] { return known }
        return try lookup.claimCall(name)
    }

    mutating func remember(
        _ origin: CallOrigin, of partner: PartnerRecord, _ result: [UInt8], at now: Instant
    ) {
        let call = ClaimCallRecord(
            partner: partner.number, origin: origin, at: now, result: result)
        claimBook.calls[ClaimCallName(partner: partner.number, key: origin.key)] = call
        writes.claims.calls.append(call)
    }

    /// Takes the next of one of the numbers.
    mutating func claimNumber(
        _ kind: WritableKeyPath<ClaimNumbers, UInt64>
    ) throws(StoreError) -> UInt64 {
        if claimBook.next == nil { claimBook.next = try lookup.nextClaimNumbers() }
        guard var next = claimBook.next else { throw .internalError("No number for a claim") }
        let number = next[keyPath: kind]
        next[keyPath: kind] = number + 1
        claimBook.next = next
        return number
    }
}

extension WorkingRecord<ClaimRecord, StandingClaim> {
    func isHeld(by partner: PartnerRecord) -> Bool { record.registrant == partner.number }
}

extension ClaimChange {
    /// Whether a mediator makes it, and not the claim's holder.
    var isMediators: Bool {
        switch self {
        case .withdrawn: false
        case .suspended, .resumed, .throttled: true
        }
    }
}

extension StandingClaim {
    /// Whether it is as the change would make it.
    func isAlready(_ change: ClaimChange) -> Bool {
        switch change {
        case .withdrawn: state == .withdrawn
        case .suspended: state == .suspended
        case .resumed: state == .active
        case .throttled: throttledAt != nil
        }
    }
}

extension SnapshotCodec {
    func work(_ record: WorkRecord) throws(StoreError) -> Work {
        do { return try decodeWork(record.body) } catch {
            throw .corrupted("The row of work number \(record.number)")
        }
    }

    func claim(_ record: ClaimRecord) throws(StoreError) -> StandingClaim {
        do { return try decodeClaim(record.body) } catch {
            throw .corrupted("The row of claim number \(record.number)")
        }
    }

    func listing(_ record: ClaimListingRecord) throws(StoreError) -> ClaimListing {
        do { return try decodeListing(record.body) } catch {
            throw .corrupted("The row of a claim's listing number \(record.number)")
        }
    }
}
