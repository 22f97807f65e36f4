// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

// Works and standing claims: their orders.
extension BatchDecider {
    mutating func decide(
        _ order: ClaimOrder
    ) throws(StoreError) -> AdministrativeOutcome {
        switch order {
        case .register(let work, let origin): try register(work, origin)
        case .open(let claim, let origin): try open(claim, origin)
        case .change(let identifier, let change, let partner, let at):
            try self.change(identifier, change, by: partner, at: at)
        case .add(let items, let claim, let partner, let origin, let at):
            try add(items, to: claim, by: partner, origin, at: at)
        case .reply(let items, let partner, let origin, let at):
            try reply(items, by: partner, origin, at: at)
        case .review(let listing, let verdict, let partner, let at):
            try review(listing, verdict, by: partner, at: at)
        case .observe(let items, let partner, let at):
            try observe(items, by: partner, at: at)
        }
    }

    // MARK: Works

    private mutating func register(
        _ work: Work, _ origin: CallOrigin
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let partner = try partner(work.registrant) else { return .refused(.unknownPartner) }
        if let earlier = try earlierCall(origin, of: partner) {
            guard earlier.origin == origin else { return .refused(.keyUsedBefore) }
            guard let identifier = WorkIdentifier(bytes: earlier.result),
                let known = try self.work(identifier)
            else { throw .corrupted("A call's result") }
            return .claim(.work(known.value, isNew: false))
        }
        if let refusal = try objection(
            to: partner, actingFor: work, at: "work.owner.siren", now: work.createdAt)
        {
            return .refused(refusal)
        }
        let body = codec.encode(work)
        let record = WorkRecord(
            number: try claimNumber(\.work), identifier: work.identifier,
            registrant: partner.number, body: body)
        writes.claims.works.append(record)
        claimBook.works[work.identifier] = WorkingRecord(record: record, value: work)
        try charge(partner, bytes: UInt64(body.count), at: work.createdAt)
        remember(origin, of: partner, work.identifier.bytes, at: work.createdAt)
        return .claim(.work(work, isNew: true))
    }

    /// What keeps a partner from acting for the work's owner now.
    private mutating func objection(
        to partner: PartnerRecord, actingFor work: Work, at path: String, now: Instant
    ) throws(StoreError) -> AdministrativeRefusal? {
        let siren = work.draft.owner?.effectiveSiren ?? ""
        if let violation = try standing(of: partner, for: siren, at: path, on: now.dateInParis) {
            return .invalid([violation])
        }
        return try excess(of: partner, [.bytesPerDay], at: now).map { .overQuota($0) }
    }

    // MARK: Claims

    private mutating func open(
        _ claim: StandingClaim, _ origin: CallOrigin
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let partner = try partner(claim.registrant) else {
            return .refused(.unknownPartner)
        }
        if let earlier = try earlierCall(origin, of: partner) {
            guard earlier.origin == origin else { return .refused(.keyUsedBefore) }
            guard let identifier = StandingClaimIdentifier(bytes: earlier.result),
                let known = try self.claim(identifier)
            else { throw .corrupted("A call's result") }
            return .claim(.claim(known.value, isNew: false))
        }
        var wrong: [Violation] = []
        let work = try self.work(claim.work)
        if work?.record.registrant != partner.number {
            wrong.append(Violation("plan.work_id", .unknownWork))
        }
        for (place, slug) in claim.plan.platforms.enumerated()
        where try self.partner(PartnerReference(kind: .platform, slug: slug)) == nil {
            wrong.append(Violation("plan.platforms[\(place)]", .unknownPlatform))
        }
        guard let work, wrong.isEmpty else { return .refused(.invalid(wrong)) }
        if let refusal = try objection(
            to: partner, actingFor: work.value, at: "plan.work_id", now: claim.openedAt)
        {
            return .refused(refusal)
        }
        let record = ClaimRecord(
            number: try claimNumber(\.claim), identifier: claim.identifier,
            registrant: partner.number, work: work.record.number, body: [])
        keep(WorkingRecord(record: record, value: claim))
        writes.claims.changesWhatIsFound = true
        try charge(partner, bytes: 1_024, at: claim.openedAt)
        remember(origin, of: partner, claim.identifier.bytes, at: claim.openedAt)
        return .claim(.claim(claim, isNew: true))
    }

    private mutating func change(
        _ identifier: StandingClaimIdentifier, _ change: ClaimChange,
        by reference: PartnerReference,
        at now: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let partner = try partner(reference) else { return .refused(.unknownPartner) }
        guard var claim = try claim(identifier),
            change.isMediators ? reference.kind == .mediator : claim.isHeld(by: partner)
        else { return .refused(.unknownClaim) }
        guard claim.value.apply(change, at: now) else {
            // Said again, it is so; anything else is for a claim in another state.
            guard claim.value.isAlready(change) else {
                return .refused(.invalid([Violation("claim_id", .claimNotActive)]))
            }
            return .claim(.claim(claim.value, isNew: false))
        }
        keep(claim)
        writes.claims.changesWhatIsFound = true
        return .claim(.claim(claim.value, isNew: false))
    }

    // MARK: Listings

    private mutating func add(
        _ items: [NamedListing?], to identifier: StandingClaimIdentifier,
        by reference: PartnerReference, _ origin: CallOrigin, at now: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let partner = try partner(reference) else { return .refused(.unknownPartner) }
        guard let claim = try claim(identifier), claim.isHeld(by: partner) else {
            return .refused(.unknownClaim)
        }
        try loadListings(named: items.compactMap { $0.map { name(of: $0, in: claim) } })
        if let earlier = try earlierCall(origin, of: partner) {
            guard earlier.origin == origin, earlier.result.count == items.count else {
                return .refused(.keyUsedBefore)
            }
            return repeated(earlier, items, in: claim)
        }
        guard claim.value.state == .active else {
            return .refused(.invalid([Violation("claim_id", .claimNotActive)]))
        }
        guard let work = try work(claim.value.work) else { throw .corrupted("A claim's work") }
        if let refusal = try objection(
            to: partner, actingFor: work.value, at: "claim_id", now: now)
        {
            return .refused(refusal)
        }
        var results: [ClaimOutcome.ItemResult<ListingAddition>] = []
        var bytes = 0
        for item in items {
            guard let item else {
                results.append(.init(.rejected, nil))
                continue
            }
            let known = listing(named: name(of: item, in: claim))
            let (outcome, decision) = ClaimRules.add(
                item.listing, on: item.platform, to: claim.value, former: known?.value,
                identifier: { item.identifier }, at: now)
            bytes += try keep(decision, known, of: claim.record, at: now)
            results.append(.init(outcome, decision.listing))
        }
        keepCountedClaims()
        try charge(partner, bytes: UInt64(bytes), at: now)
        remember(origin, of: partner, results.map(\.outcome.rawValue), at: now)
        return .claim(.additions(results))
    }

    /// What a call got when it came first, with its listings as they are now.
    private func repeated(
        _ earlier: ClaimCallRecord, _ items: [NamedListing?], in claim: WorkingClaim
    ) -> AdministrativeOutcome {
        var results: [ClaimOutcome.ItemResult<ListingAddition>] = []
        for (byte, item) in zip(earlier.result, items) {
            let known = item.flatMap { listing(named: name(of: $0, in: claim)) }
            results.append(.init(ListingAddition(rawValue: byte) ?? .rejected, known?.value))
        }
        return .claim(.additions(results))
    }

    private mutating func reply(
        _ items: [ListingReply?], by reference: PartnerReference, _ origin: CallOrigin,
        at now: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let partner = try partner(reference) else { return .refused(.unknownPartner) }
        try loadListings(items.compactMap { $0?.listing })
        let earlier = try earlierCall(origin, of: partner)
        if let earlier, earlier.origin != origin || earlier.result.count != items.count {
            return .refused(.keyUsedBefore)
        }
        if earlier == nil, let excess = try excess(of: partner, [.bytesPerDay], at: now) {
            return .refused(.overQuota(excess))
        }
        var results: [ClaimOutcome.ItemResult<ListingReplyOutcome>] = []
        var bytes = 0
        for (place, item) in items.enumerated() {
            let known = item.flatMap { listing($0.listing, reportedTo: reference.slug) }
            if let earlier {
                let before = ListingReplyOutcome(rawValue: earlier.result[place]) ?? .rejected
                results.append(.init(before, known?.value))
                continue
            }
            guard let item else {
                results.append(.init(.rejected, nil))
                continue
            }
            guard let known else {
                results.append(.init(.notFound, nil))
                continue
            }
            let (outcome, decision) = ClaimRules.reply(item, to: known.value, at: now)
            if let claim = try claim(known.value.claim) {
                bytes += try keep(decision, known, of: claim.record, at: now)
            }
            results.append(.init(outcome, decision.listing))
        }
        keepCountedClaims()
        if earlier == nil {
            try charge(partner, bytes: UInt64(bytes), at: now)
            remember(origin, of: partner, results.map(\.outcome.rawValue), at: now)
        }
        return .claim(.replies(results))
    }

    private mutating func review(
        _ identifier: ClaimListingIdentifier, _ verdict: MatchVerdict,
        by reference: PartnerReference, at now: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let partner = try partner(reference) else { return .refused(.unknownPartner) }
        try loadListings([identifier])
        guard let known = listing(identifier), known.record.registrant == partner.number,
            let claim = try claim(known.value.claim)
        else { return .refused(.unknownListing) }
        guard let decision = ClaimRules.review(verdict, of: known.value, at: now) else {
            return .refused(.invalid([Violation("listing_id", .listingState)]))
        }
        if decision.isReport, claim.value.state != .active {
            return .refused(.invalid([Violation("listing_id", .claimNotActive)]))
        }
        let bytes = try keep(decision, known, of: claim.record, at: now)
        keepCountedClaims()
        try charge(partner, bytes: UInt64(bytes), at: now)
        return .claim(.listing(decision.listing))
    }

    private mutating func observe(
        _ items: [ObservedListing], by reference: PartnerReference, at now: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        guard let partner = try partner(reference) else { return .refused(.unknownPartner) }
        if let excess = try excess(of: partner, [.bytesPerDay], at: now) {
            return .refused(.overQuota(excess))
        }
        var names: [ListingName] = []
        for item in items {
            if let claim = try claim(item.claim) { names.append(name(of: item.named, in: claim)) }
        }
        try loadListings(named: names)
        var results: [ClaimOutcome.ItemResult<MatchOutcome>] = []
        var bytes = 0
        for item in items {
            guard let claim = try claim(item.claim) else {
                results.append(.init(.passedOver, nil))
                continue
            }
            let known = listing(named: name(of: item.named, in: claim))
            let (outcome, decision) = ClaimRules.observe(
                item.match, of: item.named.listing, on: item.named.platform, by: reference,
                against: claim.value, former: known?.value,
                identifier: { item.named.identifier }, at: now)
            if let decision { bytes += try keep(decision, known, of: claim.record, at: now) }
            results.append(.init(outcome, decision?.listing ?? known?.value))
        }
        keepCountedClaims()
        try charge(partner, bytes: UInt64(bytes), at: now)
        return .claim(.observations(results))
    }
}
