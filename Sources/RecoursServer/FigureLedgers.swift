// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore
internal import Synchronization

/// The ledger of a store's figures, made anew only when something was written since.
///
/// Secrecy weighs every figure against all others: work for neither an event loop nor two threads
/// at once. Whoever asks meanwhile waits for the same ledger.
final class FigureLedgers: Sendable {
    private struct Kept {
        let commits: UInt64
        let ledger: FigureLedger
        /// One of a replica may be behind the commits that were counted.
        let until: ContinuousClock.Instant?
    }

    private static let replicaTime = Duration.seconds(1)

    private let kept = Mutex<Kept?>(nil)
    private let turn = Permits(1)

    /// Has every command that was acknowledged before the call, or is a little older if a replica
    /// was asked. Throws `overloaded` if the caller has gone away.
    func ledger(of store: CaseStore) async throws(StoreError) -> FigureLedger {
        if let known = known(store.commits) { return known }
        guard await turn.take() else {
            throw StoreError(
                code: .overloaded, message: "The caller has gone away", remedy: "Ask again.")
        }
        defer { turn.giveBack() }
        // Read before the figures: they may be newer than this number, never older.
        let commits = store.commits
        if let known = known(commits) { return known }
        let (tally, isCurrent) = try await store.figures()
        let until = isCurrent ? nil : ContinuousClock.now + Self.replicaTime
        let ledger = await Task.detached { FigureLedger(tally) }.value
        kept.withLock { $0 = Kept(commits: commits, ledger: ledger, until: until) }
        return ledger
    }

    private func known(_ commits: UInt64) -> FigureLedger? {
        kept.withLock { kept in
            guard let kept, kept.commits == commits, kept.until.map({ .now < $0 }) ?? true else {
                return nil
            }
            return kept.ledger
        }
    }
}
