// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages

/// What is seen on platforms, held against all works. Get it from `RecoursClient.feed`.
public struct FeedCalls: Sendable {
    let client: RecoursClient

    /// Shows the server listings over one stream: for each, in any order, the claims that it may
    /// break, and what became of that.
    ///
    ///     for try await result in client.feed.observe(snapshots) {
    ///         let candidates = try result.outcome.get().candidates
    ///         let reported = candidates.filter { $0.outcome == .reported }
    ///     }
    ///
    /// The snapshots may come without end. No more than `RecoursConfiguration.bulkWindow` are under
    /// way at once. A broken connection is remade and what was not answered is sent again: it is
    /// the same listing. The snapshots' `clientSequence` is set here; `place` tells which it was.
    public func observe<Snapshots: AsyncSequence & Sendable>(
        _ snapshots: Snapshots
    ) -> BulkResults<SnapshotMatches> where Snapshots.Element == ListingSnapshot {
        BulkResults(client: client, inputs: snapshots, kind: BulkSnapshots())
    }

    /// The same for snapshots already in memory.
    public func observe(_ snapshots: [ListingSnapshot]) -> BulkResults<SnapshotMatches> {
        observe(AsyncElements(snapshots))
    }
}
