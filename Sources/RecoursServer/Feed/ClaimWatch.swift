// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursCases
internal import RecoursMatching
internal import RecoursStore
internal import Synchronization

/// Keeps the index of works that listings are held against.
///
/// It reads all claims when the server starts. What this server changes it is told of after the
/// commit, claim by claim. That another server has changed something it is told as well, but not
/// what: then it reads the newest claims down to one that it knows, and some minutes later all of
/// them, which finds those that were withdrawn. Until then the store passes over what is found for
/// them, as it does for suspended claims, which stay in the index; so do exclusions, which are the
/// store's too. What comes together is taken together.
final class ClaimWatch: Sendable {
    private struct State {
        var claims = HeldClaims()
        var isReady = false
        /// Those that this server has changed.
        var changed: [StandingClaimIdentifier] = []
        var seeksNew = false
        var seeksAll = false
        /// Another server has changed something since all were read.
        var hasHeard = false
    }

    private static let pageSize = 200
    private static let look = Duration.seconds(30)
    /// So many looks are between two readings of everything.
    private static let looksToAll = 20
    private static let retryPause = Duration.seconds(1)

    private let store: CaseStore
    private let logger: Logger
    private let index = MatchIndex()
    private let state = Mutex(State())
    private let bell: AsyncStream<Void>
    private let ringer: AsyncStream<Void>.Continuation

    init(store: CaseStore, logger: Logger) {
        self.store = store
        self.logger = logger
        (bell, ringer) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// What listings are held against now; nil until all claims have been read once.
    var matcher: ListingMatcher? {
        // A work that is in the index and not among these has only just come.
        let claims = state.withLock { $0.isReady ? $0.claims : nil }
        return claims.map { ListingMatcher(claims: $0, index: index.snapshot) }
    }

    var isReady: Bool { state.withLock(\.isReady) }

    /// Works that listings are held against; 0 until they have been read.
    var workCount: Int { isReady ? index.snapshot.count : 0 }

    /// This server has opened a claim, or changed its state.
    func changed(_ claim: StandingClaimIdentifier) {
        state.withLock { $0.changed.append(claim) }
        ringer.yield()
    }

    /// Another server has changed something; perhaps claims.
    func heard() {
        state.withLock {
            $0.seeksNew = true
            $0.hasHeard = true
        }
        ringer.yield()
    }

    /// Reads everything, then follows, until it is cancelled.
    func run() async {
        state.withLock { $0.seeksAll = true }
        ringer.yield()
        for await _ in bell {
            while !Task.isCancelled, let due = due() {
                do throws(StoreError) {
                    try await follow(due)
                } catch {
                    if error.code == .closed { return }
                    logger.warning("works are not read", metadata: ["error": "\(error)"])
                    putBack(due)
                    try? await Task.sleep(for: Self.retryPause)
                }
            }
        }
    }

    /// Looks now and then for what was not told, until it is cancelled.
    func lookRegularly() async {
        var looks = 0
        while (try? await Task.sleep(for: Self.look)) != nil {
            looks += 1
            let isTimeForAll = looks >= Self.looksToAll
            let seeksAll = state.withLock { state in
                state.seeksNew = true
                if isTimeForAll, state.hasHeard { state.seeksAll = true }
                return state.seeksAll
            }
            if seeksAll { looks = 0 }
            ringer.yield()
        }
    }

    // MARK: Following

    private struct Due {
        var changed: [StandingClaimIdentifier]
        var seeksNew: Bool
        var seeksAll: Bool
    }

    private func due() -> Due? {
        state.withLock { state in
            let due = Due(
                changed: state.changed, seeksNew: state.seeksNew, seeksAll: state.seeksAll)
            state.changed = []
            (state.seeksNew, state.seeksAll) = (false, false)
            if due.seeksAll { state.hasHeard = false }
            return due.seeksAll || due.seeksNew || !due.changed.isEmpty ? due : nil
        }
    }

    private func putBack(_ due: Due) {
        state.withLock { state in
            state.changed = due.changed + state.changed
            state.seeksNew = state.seeksNew || due.seeksNew
            state.seeksAll = state.seeksAll || due.seeksAll
        }
    }

    private func follow(_ due: Due) async throws(StoreError) {
        var found: [ReadClaim] = []
        if due.seeksAll || due.seeksNew { found = try await newest(all: due.seeksAll) }
        for identifier in due.changed {
            let read = try await store.claim(.mediator, identifier)
            if let read { found.append(ReadClaim(read.claim, read.work)) }
        }
        await take(found)
        guard due.seeksAll else { return }
        let isFirst = state.withLock { state in
            defer { state.isReady = true }
            return !state.isReady
        }
        if isFirst { logger.info("works are read", metadata: ["works": "\(workCount)"]) }
    }

    /// Claims in the order in which they were opened: all, or those since the newest known.
    private func newest(all: Bool) async throws(StoreError) -> [ReadClaim] {
        var found: [ReadClaim] = []
        var below: UInt64?
        repeat {
            let page = try await store.matchedClaims(below: below, limit: Self.pageSize)
            let read = page.items.map { ReadClaim($0.claim, $0.work) }
            found += read
            below = page.next
            if !all, state.withLock({ state in read.contains { state.claims.holds($0) } }) {
                break
            }
        } while below != nil && !Task.isCancelled
        return found.reversed()
    }

    private func take(_ found: [ReadClaim]) async {
        let change = state.withLock { $0.claims.take(found) }
        if change.adding.isEmpty, change.removing.isEmpty { return }
        // It may take as long as building the index does: no event loop's time. One thread of all
        // tasks' is kept meanwhile.
        await Task.detached { [index] in
            index.change(adding: change.adding, removing: change.removing)
        }.value
    }
}
