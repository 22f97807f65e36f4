// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursServer
internal import RecoursTransport
internal import RecoursWire

/// Registers every work, opens every claim and takes every listing, but for one without a number.
struct ScriptedClaims: ClaimServiceHandling {
    let script: Script

    // MARK: Works and claims

    func registerWork(
        _ request: RegisterWorkRequest, _ call: CallContext
    ) async throws(RPCStatus) -> RegisterWorkResponse {
        try await script.play(call)
        let work = Work(id: newIdentifier(), draft: request.work, createdAtMs: 1)
        script.change { $0.works.append(work) }
        return RegisterWorkResponse(work: work)
    }

    func getWork(
        _ request: GetWorkRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetWorkResponse {
        try await script.play(call)
        return GetWorkResponse(work: try work(request.workID))
    }

    func listWorks(
        _ request: ListWorksRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListWorksResponse {
        try await script.play(call)
        let page = ScriptedPage(script.records.works, request.pageSize, request.pageToken)
        return ListWorksResponse(works: page.items, nextPageToken: page.next)
    }

    func openClaim(
        _ request: OpenClaimRequest, _ call: CallContext
    ) async throws(RPCStatus) -> OpenClaimResponse {
        try await script.play(call)
        let claim = StandingClaim(
            id: newIdentifier(), plan: request.plan, state: .active, openedAtMs: 1)
        script.change { $0.claims.append(claim) }
        return OpenClaimResponse(claim: claim)
    }

    func getClaim(
        _ request: GetClaimRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetClaimResponse {
        try await script.play(call)
        let found = script.records.claims.first { $0.id == request.claimID }
        guard let claim = found else { throw .notFound("There is no such claim.") }
        return GetClaimResponse(claim: claim, work: try work(claim.plan?.workID ?? []))
    }

    func listClaims(
        _ request: ListClaimsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListClaimsResponse {
        try await script.play(call)
        let page = ScriptedPage(script.records.claims, request.pageSize, request.pageToken)
        return ListClaimsResponse(claims: page.items, nextPageToken: page.next)
    }

    func withdrawClaim(
        _ request: WithdrawClaimRequest, _ call: CallContext
    ) async throws(RPCStatus) -> WithdrawClaimResponse {
        WithdrawClaimResponse(
            claim: try await setState(request.claimID, .withdrawn, request.reason, call))
    }

    func suspendClaim(
        _ request: SuspendClaimRequest, _ call: CallContext
    ) async throws(RPCStatus) -> SuspendClaimResponse {
        SuspendClaimResponse(
            claim: try await setState(request.claimID, .suspended, request.reason, call))
    }

    func resumeClaim(
        _ request: ResumeClaimRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ResumeClaimResponse {
        ResumeClaimResponse(claim: try await setState(request.claimID, .active, "", call))
    }

    // MARK: Listings

    func addListings(
        _ request: AddListingsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> AddListingsResponse {
        try await script.play(call)
        let results = request.listings.enumerated().map { place, item in
            add(item, to: request.claimID, at: "listings[\(place)]")
        }
        return AddListingsResponse(results: results)
    }

    private func add(
        _ item: ListingToAdd, to claim: [UInt8], at path: String
    ) -> AddListingResult {
        var listing = item.listing ?? Listing()
        guard !listing.platformListingID.isEmpty else {
            let violation = FieldViolation(
                fieldPath: path + ".listing.platform_listing_id", code: "REQUIRED",
                description: "is required")
            return AddListingResult(outcome: .rejected, violations: [violation])
        }
        let known = script.records.listings.first {
            $0.claimID == claim && $0.platformID == item.platformID
                && $0.listing?.platformListingID == listing.platformListingID
        }
        if let known {
            return AddListingResult(
                outcome: .exists, listingID: known.id, state: known.listing?.state ?? .reported,
                version: known.version)
        }
        listing.state = .reported
        let work = script.records.claims.first { $0.id == claim }?.plan?.workID ?? []
        let added = ClaimListing(
            id: newIdentifier(), claimID: claim, workID: work, platformID: item.platformID,
            listing: listing, version: 1)
        script.change { $0.listings.append(added) }
        return AddListingResult(
            outcome: .created, listingID: added.id, state: .reported, version: 1)
    }

    func listListings(
        _ request: ListListingsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListListingsResponse {
        try await script.play(call)
        let found = script.records.listings.filter { one in
            !one.isMatch && (request.claimID.isEmpty || one.claimID == request.claimID)
                && (request.platformID.isEmpty || one.platformID == request.platformID)
                && (request.states.isEmpty || request.states.contains(one.state))
        }
        let page = ScriptedPage(found, request.pageSize, request.pageToken)
        return ListListingsResponse(listings: page.items, nextPageToken: page.next)
    }

    func pullListings(
        _ request: PullListingsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> PullListingsResponse {
        try await script.play(call)
        let records = script.records
        let token = String(decoding: request.cursor, as: UTF8.self)
        let all = records.listings.filter { !$0.isMatch }
        let page = ScriptedPage(all, request.maxListings, token)
        let works = Set(page.items.map(\.workID))
        return PullListingsResponse(
            listings: page.items, works: records.works.filter { works.contains($0.id) },
            cursor: Array("\(page.end)".utf8), more: !page.next.isEmpty)
    }

    func answerListings(
        _ request: AnswerListingsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> AnswerListingsResponse {
        try await script.play(call)
        return AnswerListingsResponse(results: request.replies.map(answer))
    }

    private func answer(_ reply: ListingReply) -> ListingReplyResult {
        script.change { records in
            let place = records.listings.firstIndex { $0.id == reply.listingID }
            guard let place else {
                return ListingReplyResult(listingID: reply.listingID, outcome: .notFound)
            }
            let state: ListingState =
                switch reply.kind {
                case .removed: .removed
                case .refused: .refused
                default: .underReview
                }
            records.listings[place].listing?.state = state
            records.listings[place].version += 1
            return ListingReplyResult(
                listingID: reply.listingID, outcome: .ok, state: state,
                version: records.listings[place].version)
        }
    }

    // MARK: Matches and figures

    func listMatches(
        _ request: ListMatchesRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListMatchesResponse {
        try await script.play(call)
        let found = script.records.listings.filter { one in
            one.isMatch && one.excludedAtMs == nil
                && (request.claimID.isEmpty || one.claimID == request.claimID)
        }
        let page = ScriptedPage(found, request.pageSize, request.pageToken)
        return ListMatchesResponse(matches: page.items, nextPageToken: page.next)
    }

    func reviewMatch(
        _ request: ReviewMatchRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ReviewMatchResponse {
        try await script.play(call)
        let reviewed: ClaimListing? = script.change { records in
            let place = records.listings.firstIndex { $0.id == request.listingID }
            guard let place else { return nil }
            if request.verdict == .copy {
                records.listings[place].listing?.state = .reported
            } else {
                records.listings[place].excludedAtMs = 1
            }
            return records.listings[place]
        }
        guard let reviewed else { throw .notFound("There is no such listing.") }
        return ReviewMatchResponse(listing: reviewed)
    }

    func claimFigures(
        _ request: ClaimFiguresRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ClaimFiguresResponse {
        try await script.play(call)
        let listings = script.records.listings.filter { !$0.isMatch }
        let lines = Set(listings.map(\.platformID)).sorted().map { platform in
            let own = listings.filter { $0.platformID == platform }
            return ClaimFigureLine(
                claimID: request.claimID, platformID: platform, reported: UInt64(own.count),
                removed: UInt64(own.count { $0.state == .removed }))
        }
        return ClaimFiguresResponse(lines: lines)
    }

    // MARK: Parts

    private func newIdentifier() -> [UInt8] { ScriptedNumber(script.nextNumber()).identifier }

    private func work(_ identifier: [UInt8]) throws(RPCStatus) -> Work {
        let found = script.records.works.first { $0.id == identifier }
        guard let found else { throw .notFound("There is no such work.") }
        return found
    }

    private func setState(
        _ identifier: [UInt8], _ state: ClaimState, _ reason: String, _ call: CallContext
    ) async throws(RPCStatus) -> StandingClaim {
        try await script.play(call)
        let changed: StandingClaim? = script.change { records in
            let place = records.claims.firstIndex { $0.id == identifier }
            guard let place else { return nil }
            records.claims[place].state = state
            records.claims[place].stateReason = reason
            return records.claims[place]
        }
        guard let changed else { throw .notFound("There is no such claim.") }
        return changed
    }
}

/// Reports every listing that has a work's GTIN, and has a person look at one of the same brand.
struct ScriptedFeed: FeedServiceHandling {
    let script: Script

    func observeListings(
        _ requests: InboundMessages<ListingSnapshot>,
        _ responses: OutboundMessages<SnapshotResult>, _ call: CallContext
    ) async throws(RPCStatus) {
        try await script.play(call)
        while let snapshot = try await requests.next() {
            var result = SnapshotResult(clientSequence: snapshot.clientSequence)
            do throws(RPCStatus) {
                try await script.playItem(call)
                result.outcome = .matches(SnapshotMatches(candidates: candidates(snapshot)))
            } catch { result.outcome = .refusal(error.wire) }
            try await responses.send(result)
        }
    }

    private func candidates(_ snapshot: ListingSnapshot) -> [MatchCandidate] {
        let records = script.records
        return records.claims.compactMap { claim in
            let work = records.works.first { $0.id == claim.plan?.workID }?.draft
            guard let work else { return nil }
            let sameGTIN = work.gtins.contains(snapshot.gtin)
            guard sameGTIN || (work.brand == snapshot.brand && !work.brand.isEmpty) else {
                return nil
            }
            return MatchCandidate(
                claimID: claim.id, score: sameGTIN ? 950 : 700,
                evidence: MatchEvidence(
                    sameGtin: sameGTIN, sameBrand: work.brand == snapshot.brand),
                outcome: sameGTIN ? .reported : .queued)
        }
    }
}

/// One page of records; its token is the place of the first.
struct ScriptedPage<Item> {
    let items: [Item]
    /// Empty on the last page.
    let next: String
    /// The place behind its last.
    let end: Int

    init(_ all: [Item], _ size: UInt32, _ token: String) {
        let start = min(Int(token) ?? 0, all.count)
        end = min(start + (size == 0 ? 100 : Int(clamping: size)), all.count)
        items = Array(all[start..<end])
        next = end < all.count ? "\(end)" : ""
    }
}

extension ClaimListing {
    fileprivate var state: ListingState { listing?.state ?? .unspecified }
    /// It waits for a person.
    fileprivate var isMatch: Bool { state == .observed || excludedAtMs != nil }
}
