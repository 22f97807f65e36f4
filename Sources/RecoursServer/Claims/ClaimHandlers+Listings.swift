// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

// The listings of claims: reported by the thousand, answered one by one.
extension ClaimHandlers {
    func addListings(
        _ request: AddListingsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> AddListingsResponse {
        let peer = try core.peer(call)
        let identifier = try claimIdentifier(request.claimID)
        try check(request.listings.count, at: "listings")
        // What a claim asks for never changes: items are checked before the store takes them.
        let plan = try await claim(identifier, for: peer).claim.plan
        let now = core.clock.reading()
        var items: [NamedListing?] = []
        var named: [(platform: String, listing: RecoursCases.Listing)] = []
        var violations: [[Violation]] = []
        for (place, message) in request.listings.enumerated() {
            var reader = MessageReader(from: .partner)
            let path = { "listings[\(place)]" }
            let listing = reader.copy(message.listing ?? .init()) { path() + ".listing" }
            let wrong = listing.violations(
                asCopyOn: message.platformID, of: plan, today: now.dateInParis, at: path,
                startingWith: reader.violations)
            named.append((message.platformID, listing))
            violations.append(wrong)
            items.append(
                wrong.isEmpty
                    ? NamedListing(
                        identifier: ClaimListingIdentifier(newIdentifier(now)),
                        platform: message.platformID, listing: listing) : nil)
        }
        let origin = try origin(call, try Fingerprint.of(adding: named, to: identifier))
        let order = ClaimOrder.add(
            items, to: identifier, by: peer.reference, origin, at: now)
        guard case .additions(let results) = try await change(order) else { throw misanswered }
        return AddListingsResponse(
            results: zip(results, violations).map { AddListingResult($0, violations: $1) })
    }

    func answerListings(
        _ request: AnswerListingsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> AnswerListingsResponse {
        let peer = try core.peer(call)
        try check(request.replies.count, at: "replies")
        var replies: [RecoursCases.ListingReply] = []
        var violations: [[Violation]] = []
        var answered: Set<ClaimListingIdentifier> = []
        for (place, message) in request.replies.enumerated() {
            var reader = MessageReader(from: .partner)
            let path = { "replies[\(place)]" }
            guard let reply = reader.reply(message, path) else {
                throw .invalid(
                    path() + ".listing_id",
                    message.listingID.isEmpty ? .required : .identifierForm)
            }
            // Of two words on one listing nobody could say which came last.
            guard answered.insert(reply.listing).inserted else {
                throw .invalid(path() + ".listing_id", .duplicate)
            }
            replies.append(reply)
            violations.append(reply.violations(at: path, startingWith: reader.violations))
        }
        let origin = try origin(call, try Fingerprint.of(replying: replies))
        let items = zip(replies, violations).map { $1.isEmpty ? $0 : nil }
        let order = ClaimOrder.reply(
            items, by: peer.reference, origin, at: core.clock.reading())
        guard case .replies(let results) = try await change(order) else { throw misanswered }
        return AnswerListingsResponse(
            results: zip(replies, zip(results, violations)).enumerated().map { place, item in
                ListingReplyResult(
                    item.0.listing, item.1.0, violations: item.1.1, at: "replies[\(place)]")
            })
    }

    private func check(_ count: Int, at path: String) throws(RPCStatus) {
        if count == 0 { throw .invalid(path, .required) }
        guard count > ClaimLimits.listings.upperBound else { return }
        let limit = ClaimLimits.listings.upperBound
        throw RPCStatus(.invalid([Violation(path, .tooMany, limit: limit, actual: count)]))
    }

    // MARK: Reading

    func listListings(
        _ request: ListListingsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListListingsResponse {
        var filter = ListingFilter()
        for (place, number) in request.states.map(\.rawValue).enumerated() {
            guard let state = RecoursCases.ListingState(rawValue: number) else {
                throw .invalid("states[\(place)]", .unknownValue)
            }
            filter.states.insert(state)
        }
        if !request.claimID.isEmpty { filter.claim = try claimIdentifier(request.claimID) }
        if !request.platformID.isEmpty { filter.platform = request.platformID }
        let states = filter.states.map { UInt8(truncatingIfNeeded: $0.rawValue) }.sorted()
        let (listings, next) = try await listings(
            filter, .claimListings,
            filters: request.claimID + states + [0] + Array(request.platformID.utf8),
            size: request.pageSize, token: request.pageToken, call)
        return ListListingsResponse(listings: listings, nextPageToken: next)
    }

    func listMatches(
        _ request: ListMatchesRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListMatchesResponse {
        var filter = ListingFilter()
        filter.isAwaiting = true
        if !request.claimID.isEmpty { filter.claim = try claimIdentifier(request.claimID) }
        let (matches, next) = try await listings(
            filter, .claimMatches, filters: request.claimID, size: request.pageSize,
            token: request.pageToken, call)
        return ListMatchesResponse(matches: matches, nextPageToken: next)
    }

    private func listings(
        _ filter: ListingFilter, _ purpose: SealedTokens.Purpose, filters: [UInt8], size: UInt32,
        token: String, _ call: CallContext
    ) async throws(RPCStatus) -> (listings: [RecoursMessages.ClaimListing], next: String) {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        let pages = core.pages(purpose, of: peer, filters: filters)
        let after = try pages.position(token).map(UInt64.init(bigEndian:)) ?? 0
        let size = core.pageSize(size)
        let page = try await core.read { () async throws(StoreError) in
            try await core.store.listings(scope, filter, after: after, limit: size)
        }
        return (
            page.items.map(RecoursMessages.ClaimListing.init),
            try pages.token(page.next?.bigEndianBytes)
        )
    }

    func pullListings(
        _ request: PullListingsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> PullListingsResponse {
        let peer = try core.peer(call)
        let cursors = PositionCursors(core: core, peer: peer, purpose: .reports)
        let position = try cursors.position(request.cursor)
        let limit = core.pageSize(request.maxListings)
        let slug = peer.reference.slug
        let end = core.end(ofWait: request.waitMs, call)
        var page = try await core.reports(to: slug, after: position, limit: limit)
        if page.listings.isEmpty, ContinuousClock.now < end {
            let hasGrown = try await core.wait { store async throws(StoreError) in
                try await store.waitForReports(to: slug, after: position, until: end)
            }
            if hasGrown {
                page = try await core.reports(to: slug, after: position, limit: limit)
            }
        }
        let viewer = try CaseViews(of: peer).viewer
        return PullListingsResponse(
            listings: page.listings.map(RecoursMessages.ClaimListing.init),
            works: page.works.map { RecoursMessages.Work($0.view(for: viewer)) },
            cursor: try cursors.cursor(at: page.position), more: page.more)
    }

    func reviewMatch(
        _ request: ReviewMatchRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ReviewMatchResponse {
        let peer = try core.peer(call)
        let listing: ClaimListingIdentifier = try identifier(
            request.listingID, at: "listing_id")
        let number = request.verdict.rawValue
        guard let verdict = RecoursCases.MatchVerdict(rawValue: number) else {
            throw .invalid("verdict", number == 0 ? .required : .unknownValue)
        }
        let order = ClaimOrder.review(
            listing, verdict, by: peer.reference, at: core.clock.reading())
        guard case .listing(let reviewed) = try await change(order) else { throw misanswered }
        return ReviewMatchResponse(listing: .init(reviewed))
    }

    func claimFigures(
        _ request: ClaimFiguresRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ClaimFiguresResponse {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        var claim: StandingClaimIdentifier?
        if !request.claimID.isEmpty { claim = try claimIdentifier(request.claimID) }
        let (wanted, platform) = (claim, request.platformID.isEmpty ? nil : request.platformID)
        let (lines, isTruncated) = try await core.read { () async throws(StoreError) in
            try await core.store.claimFigures(
                scope, claim: wanted, platform: platform, lines: core.limits.figureLines)
        }
        return ClaimFiguresResponse(
            lines: lines.map {
                RecoursMessages.ClaimFigureLine(claim: $0.claim, platform: $0.platform, $0.figures)
            }, truncated: isTruncated)
    }
}

extension AddListingResult {
    fileprivate init(
        _ result: ClaimOutcome.ItemResult<RecoursCases.ListingAddition>, violations: [Violation]
    ) {
        self.init(
            outcome: .init(rawValue: Int32(result.outcome.rawValue)),
            listingID: result.listing?.identifier.bytes ?? [],
            state: .init(rawValue: result.listing?.state.rawValue ?? 0),
            version: result.listing?.version ?? 0,
            violations: violations.map(FieldViolation.init))
    }
}

extension ListingReplyResult {
    fileprivate init(
        _ listing: ClaimListingIdentifier,
        _ result: ClaimOutcome.ItemResult<RecoursCases.ListingReplyOutcome>,
        violations: [Violation], at path: String
    ) {
        // What is right by itself and yet rejected, is so because of the listing's state.
        var violations = violations
        if result.outcome == .rejected, violations.isEmpty {
            violations = [Violation(path + ".kind", .listingState)]
        }
        self.init(
            listingID: listing.bytes,
            outcome: .init(rawValue: Int32(result.outcome.rawValue)),
            state: .init(rawValue: result.listing?.state.rawValue ?? 0),
            version: result.listing?.version ?? 0,
            violations: violations.map(FieldViolation.init))
    }
}
