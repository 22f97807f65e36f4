// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

extension CaseStore {
    /// Everything counted so far, and whether each command that was acknowledged before is among
    /// it: a replica may not have it yet.
    package func figures() async throws(StoreError) -> (tally: FigureTally, isCurrent: Bool) {
        let found = try await list(nearby: nil) { reader throws(StoreError) in
            try reader.figures()
        }
        return (found.value, !found.isOfReplica)
    }

    /// How fast platforms remove what the submitter's own cases are about, or those of one firm.
    /// Read from a ledger of removals, the newest first, never from the cases.
    package func ownRemovals(
        of submitter: PartnerReference, siren: String?
    ) async throws(StoreError) -> OwnRemovals {
        let limit = limits.removalsRead
        return try await list(nearby: nil) { reader throws(StoreError) in
            var found = OwnRemovals()
            guard let number = try reader.partnerNumber(submitter) else { return found }
            var walk = RemovalWalk.all
            if let siren {
                guard let firm = UInt32(siren), firm > 0 else { return found }
                walk = .firm(firm)
            }
            var read = 0
            // One more than are counted, to know whether there are more.
            try reader.visitRemovals(of: number, walk, limit: limit + 1) { removal, count in
                read += 1
                if read <= limit { found.tally.add(removal, times: count) }
            }
            found.olderLeftOut = read > limit
            return found
        }.value
    }

    /// Batches on disk so far: what was read after a number was, is still so while it stays, but
    /// for what other servers of the same database have committed and this one has yet to hear of.
    package var commits: UInt64 { committer.commits }

    /// Counts all events anew and compares. Long, and of one snapshot: SQLite's log is not reset
    /// while it lasts.
    package func verifyFigures() async throws(StoreError) -> FigureVerification {
        let codec = codec
        return try await read(checks) { reader throws(StoreError) in
            var recount = FigureRecount(codec: codec)
            try recount.run(over: reader)
            let removals = Dictionary(grouping: recount.removals, by: \.submitter)
            var kept: [PartnerNumber: FigureTally] = [:]
            for submitter in removals.keys {
                try reader.visitRemovals(of: submitter, .all, limit: .max) { removal, count in
                    kept[submitter, default: FigureTally()].add(removal, times: count)
                }
            }
            return FigureVerification(
                kept: try reader.figures().compact, recounted: recount.tally.compact,
                keptRemovals: kept, recountedRemovals: removals.mapValues(FigureTally.init),
                unreadable: recount.unreadable)
        }
    }
}

extension FigureTally {
    fileprivate init(_ removals: [RemovalRecord]) {
        self.init()
        for removal in removals { add(removal.removal, times: 1) }
    }
}

/// What a recount of the figures came to.
package struct FigureVerification: Sendable {
    package let kept: FigureTally
    package let recounted: FigureTally
    /// The ledgers of those submitters of whose cases something was removed.
    package let keptRemovals: [PartnerNumber: FigureTally]
    package let recountedRemovals: [PartnerNumber: FigureTally]
    /// Cases whose events are destroyed or damaged. What is kept counts them, a recount cannot.
    package let unreadable: Int
}
