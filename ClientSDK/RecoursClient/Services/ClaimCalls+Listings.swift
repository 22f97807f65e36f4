// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

// The copies: named or found, looked at, reported, answered.
extension ClaimCalls {
    /// Reports copies under a claim in one call; one result each, in their order.
    ///
    /// - Parameters:
    ///   - listings: 1 to 1,000; `addAll` takes any number.
    ///   - key: names this call for ever. A copy is known by its platform and number, so naming it
    ///     again under another key is `EXISTS`.
    public func add(
        _ listings: [ListingToAdd], to claim: [UInt8], key: IdempotencyKey = IdempotencyKey(),
        deadline: Duration? = nil
    ) async throws(RecoursError) -> [AddListingResult] {
        let request = AddListingsRequest(claimID: claim, listings: listings)
        return try await client.caller.call(
            ClaimServiceMethods.addListings, key: key, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).addListings(request, options)
        }.results
    }

    /// Reports any number of copies under a claim, in calls of up to 1,000.
    public func addAll<Listings: AsyncSequence & Sendable>(
        _ listings: Listings, to claim: [UInt8]
    ) -> BatchResults<Listings, AddListingResult> where Listings.Element == ListingToAdd {
        BatchResults(inputs: listings) { batch async throws(RecoursError) in
            try await add(batch, to: claim)
        }
    }

    /// The same for copies already in memory.
    public func addAll(
        _ listings: [ListingToAdd], to claim: [UInt8]
    ) -> BatchResults<AsyncElements<ListingToAdd>, AddListingResult> {
        addAll(AsyncElements(listings), to: claim)
    }

    /// A holder's listings, a platform's those reported to it, a mediator's all; in the order in
    /// which they came. What is left out does not filter; matches that wait for a person are in
    /// `matches`.
    public func listings(
        claim: [UInt8] = [], platform: String = "", states: [ListingState] = []
    ) -> Pages<ClaimListing> {
        Pages { [client] size, token async throws(RecoursError) in
            let request = ListListingsRequest(
                pageSize: size, pageToken: token, claimID: claim, platformID: platform,
                states: states)
            let response = try await client.caller.call(ClaimServiceMethods.listListings) {
                maker, options async throws(CallFailure) in
                try await ClaimServiceStub(caller: maker).listListings(request, options)
            }
            return (response.listings, response.nextPageToken)
        }
    }

    // MARK: The platform's side

    /// One page of what was reported to the calling platform after the cursor; waits for something
    /// to come if nothing has.
    ///
    /// - Parameters:
    ///   - cursor: from the last answer; empty for the beginning. Keep it where you keep what you
    ///     made of the listings: going on from it misses none.
    ///   - max: 1 to 1,000.
    ///   - wait: up to 30 seconds; without a `deadline`, the call's is made long enough for it.
    public func pull(
        after cursor: [UInt8] = [], max: UInt32 = 1_000, wait: Duration = .zero,
        deadline: Duration? = nil
    ) async throws(RecoursError) -> PullListingsResponse {
        let wait = LongWait(wait, client.configuration)
        let request = PullListingsRequest(
            cursor: cursor, maxListings: max, waitMs: wait.milliseconds)
        return try await client.caller.call(
            ClaimServiceMethods.pullListings, deadline: deadline ?? wait.deadline
        ) { maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).pullListings(request, options)
        }
    }

    /// Page after page of what was reported to the calling platform; each carries the works that
    /// its listings copy, and the cursor to go on from.
    ///
    /// - Parameter interval: waits for more, without end, and asks again at least so often; nil:
    ///   ends when all was read.
    public func reports(
        after cursor: [UInt8] = [], askingEvery interval: Duration? = nil
    ) -> ListingReports {
        ListingReports(claims: self, cursor: cursor, interval: interval)
    }

    /// Answers listings in one call; one result each, in their order.
    ///
    /// - Parameter replies: 1 to 1,000, each of another listing; `answerAll` takes any number.
    public func answer(
        _ replies: [ListingReply], key: IdempotencyKey = IdempotencyKey(),
        deadline: Duration? = nil
    ) async throws(RecoursError) -> [ListingReplyResult] {
        let request = AnswerListingsRequest(replies: replies)
        return try await client.caller.call(
            ClaimServiceMethods.answerListings, key: key, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).answerListings(request, options)
        }.results
    }

    /// Answers any number of listings, in calls of up to 1,000.
    public func answerAll<Replies: AsyncSequence & Sendable>(
        _ replies: Replies
    ) -> BatchResults<Replies, ListingReplyResult> where Replies.Element == ListingReply {
        BatchResults(inputs: replies) { batch async throws(RecoursError) in
            try await answer(batch)
        }
    }

    /// The same for replies already in memory.
    public func answerAll(
        _ replies: [ListingReply]
    ) -> BatchResults<AsyncElements<ListingReply>, ListingReplyResult> {
        answerAll(AsyncElements(replies))
    }

    // MARK: Matches

    /// Matches that wait for a person, of the caller's claims, the oldest first; a mediator's all.
    public func matches(claim: [UInt8] = []) -> Pages<ClaimListing> {
        Pages { [client] size, token async throws(RecoursError) in
            let request = ListMatchesRequest(pageSize: size, pageToken: token, claimID: claim)
            let response = try await client.caller.call(ClaimServiceMethods.listMatches) {
                maker, options async throws(CallFailure) in
                try await ClaimServiceStub(caller: maker).listMatches(request, options)
            }
            return (response.matches, response.nextPageToken)
        }
    }

    /// Reports a match of the caller's claims, or says that it is no copy.
    public func review(
        _ listing: [UInt8], as verdict: MatchVerdict, deadline: Duration? = nil
    ) async throws(RecoursError) -> ClaimListing {
        let request = ReviewMatchRequest(listingID: listing, verdict: verdict)
        return try await client.caller.call(
            ClaimServiceMethods.reviewMatch, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ClaimServiceStub(caller: maker).reviewMatch(request, options)
        }.listing.present("ReviewMatchResponse.listing")
    }
}

/// What was reported to a platform, page after page.
public struct ListingReports: AsyncSequence, Sendable {
    /// Listings, the works that they copy, and the cursor to go on from; never empty.
    public typealias Element = PullListingsResponse
    /// Why the listings could not be read on.
    public typealias Failure = RecoursError

    let claims: ClaimCalls
    let cursor: [UInt8]
    let interval: Duration?

    /// Starts after the cursor.
    public func makeAsyncIterator() -> Iterator {
        Iterator(claims: claims, cursor: cursor, interval: interval)
    }

    /// Pulls page after page.
    public struct Iterator: AsyncIteratorProtocol {
        let claims: ClaimCalls
        private var cursor: [UInt8]
        private let interval: Duration?
        private var isAtEnd = false

        init(claims: ClaimCalls, cursor: [UInt8], interval: Duration?) {
            self.claims = claims
            self.cursor = cursor
            self.interval = interval
        }

        /// The next page; waits for one, or is nil at the end. Throws `RecoursError`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(RecoursError) -> PullListingsResponse? {
            while true {
                if isAtEnd, interval == nil { return nil }
                let wait = isAtEnd ? Swift.min(interval ?? .zero, .seconds(20)) : .zero
                let begun = ContinuousClock.now
                let page = try await claims.pull(after: cursor, wait: wait)
                cursor = page.cursor
                isAtEnd = !page.more
                if !page.listings.isEmpty { return page }
                // A server of an older version, or one that ends, answers without having waited.
                let left = wait - (ContinuousClock.now - begun)
                if left > .zero { try await RecoursError.sleep(left, attempts: 0) }
            }
        }
    }
}
