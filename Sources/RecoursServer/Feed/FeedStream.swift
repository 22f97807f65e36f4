// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire
internal import Synchronization

/// Runs a stream of listings: what has gathered is held against the works together, off the event
/// loops, and what the store is to keep of it goes there as one order. So a stream in which every
/// listing is a copy costs a transaction a batch, and one without any costs none.
///
/// Bounds are those of `BulkStream`, which reads and writes for it.
struct FeedStream: Sendable {
    /// Listings of one order; with their claims some hundred KiB at most.
    private static let most = 64
    /// Of these, so many are held against the works one after the other: a millisecond or two.
    private static let part = 16

    let bulk: BulkStream
    let peer: Peer

    private var core: ServiceCore { bulk.core }

    /// As `BulkStream.run`.
    func run(
        _ requests: InboundMessages<ListingSnapshot>,
        _ responses: OutboundMessages<SnapshotResult>,
        step: @escaping @Sendable (ListingSnapshot) throws(RPCStatus) -> SeenListing
    ) async throws(RPCStatus) {
        let gathered = GatheredListings()
        let failure = await withTaskGroup(of: Void.self) { group -> RPCStatus? in
            group.addTask { await settleAll(gathered) }
            defer { gathered.end() }
            do throws(RPCStatus) {
                try await bulk.run(requests, responses, step: step) { seen, sequence, results, _ in
                    gathered.add(WaitingListing(seen: seen, sequence: sequence, results: results))
                }
                return nil
            } catch {
                group.cancelAll()
                return error
            }
        }
        // Of a stream that broke off.
        bulk.finish(peer.load, pieces: gathered.takeAll().count)
        if let failure { throw failure }
    }

    private func settleAll(_ gathered: GatheredListings) async {
        for await _ in gathered.bell {
            while !Task.isCancelled {
                let batch = gathered.take(Self.most)
                if batch.isEmpty { break }
                await settle(batch)
                bulk.finish(peer.load, pieces: batch.count)
            }
        }
    }

    // MARK: One batch

    private func settle(_ batch: [WaitingListing]) async {
        guard let matcher = core.claims.matcher else {
            return refuse(batch, RPCStatus(.worksNotRead))
        }
        let found = await matches(for: batch, by: matcher)
        let now = core.clock.reading()
        var kept: [RecoursStore.ObservedListing] = []
        for (waiting, matches) in zip(batch, found) {
            for match in matches where match.isStored {
                kept.append(observed(waiting.seen, match, at: now))
            }
        }
        guard !kept.isEmpty else { return answer(batch, found, []) }
        let order = ClaimOrder.observe(kept, by: peer.reference, at: now)
        switch await core.store.execute(.claim(order), isBulk: true) {
        case .claim(.observations(let results)) where results.count == kept.count:
            answer(batch, found, results)
        case .refused(let refusal): refuse(batch, RPCStatus(Fault(refusal)))
        case .failed(let error):
            core.note(.failed(error))
            if error.endsStreams {
                for waiting in batch { waiting.results.fail(error) }
            } else {
                refuse(batch, RPCStatus(.store(error)))
            }
        default: refuse(batch, RPCStatus(.store(.internalError("A misanswered order"))))
        }
    }

    /// Off the event loops, and in parts, so that one stream's listings have all cores.
    private func matches(
        for batch: [WaitingListing], by matcher: ListingMatcher
    ) async -> [[ClaimMatch]] {
        await withTaskGroup(of: (begin: Int, found: [[ClaimMatch]]).self) { group in
            for begin in stride(from: 0, to: batch.count, by: Self.part) {
                let part = batch[begin..<min(begin + Self.part, batch.count)]
                group.addTask(executorPreference: globalConcurrentExecutor) {
                    (begin, part.map { matcher.matches(for: $0.seen) })
                }
            }
            let parts = await group.reduce(into: []) { $0.append($1) }
            return parts.sorted { $0.begin < $1.begin }.flatMap(\.found)
        }
    }

    private func observed(
        _ seen: SeenListing, _ match: ClaimMatch, at now: Instant
    ) -> RecoursStore.ObservedListing {
        let identifier = CaseIdentifier(
            at: now, randomHigh: core.random(), randomLow: core.random())
        return RecoursStore.ObservedListing(
            claim: match.claim.identifier,
            named: NamedListing(
                identifier: ClaimListingIdentifier(identifier), platform: seen.platformSlug,
                listing: seen.listing),
            match: match.match)
    }

    /// - Parameter results: of those matches that the store was asked about, in their order.
    private func answer(
        _ batch: [WaitingListing], _ found: [[ClaimMatch]],
        _ results: [ClaimOutcome.ItemResult<RecoursCases.MatchOutcome>]
    ) {
        var results = results.makeIterator()
        for (waiting, matches) in zip(batch, found) {
            let candidates = matches.map { match in
                candidate(match, match.isStored ? results.next() : nil)
            }
            waiting.results.deliver(
                SnapshotResult(
                    clientSequence: waiting.sequence,
                    outcome: .matches(SnapshotMatches(candidates: candidates))))
        }
    }

    private func candidate(
        _ match: ClaimMatch, _ result: ClaimOutcome.ItemResult<RecoursCases.MatchOutcome>?
    ) -> RecoursMessages.MatchCandidate {
        // Whose claim it is only its holder may know, and the platform that is to act.
        let isTold = match.claim.registrant == peer.reference || peer.reference.kind == .platform
        let outcome = result?.outcome ?? .below
        return RecoursMessages.MatchCandidate(
            claimID: isTold ? match.claim.identifier.bytes : [],
            listingID: isTold ? result?.listing?.identifier.bytes ?? [] : [],
            score: UInt32(clamping: match.match.score),
            evidence: RecoursMessages.MatchEvidence(match.match.evidence),
            outcome: .init(rawValue: Int32(outcome.rawValue)))
    }

    private func refuse(_ batch: [WaitingListing], _ status: RPCStatus) {
        for waiting in batch {
            waiting.results.deliver(bulk.refusal(of: waiting.sequence, status))
        }
    }
}

extension SeenListing: BulkPiece {
    /// Its texts are bounded, and its addresses rarely long.
    var queuedBytes: Int { 1_024 }
}

/// A listing whose sender waits for its result.
private struct WaitingListing: Sendable {
    let seen: SeenListing
    let sequence: UInt64
    let results: BulkResults<SnapshotResult>
}

/// Listings that came while others were held against the works: a window's worth at most.
private final class GatheredListings: Sendable {
    /// Rings once for whatever came since it was heard.
    let bell: AsyncStream<Void>
    private let ringer: AsyncStream<Void>.Continuation
    private let waiting = Mutex<[WaitingListing]>([])

    init() {
        (bell, ringer) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func add(_ listing: WaitingListing) {
        waiting.withLock { $0.append(listing) }
        ringer.yield()
    }

    func end() { ringer.finish() }

    /// The first ones, so many at most.
    func take(_ most: Int) -> [WaitingListing] {
        waiting.withLock { waiting in
            let taken = Array(waiting.prefix(most))
            waiting.removeFirst(taken.count)
            return taken
        }
    }

    func takeAll() -> [WaitingListing] { take(.max) }
}
