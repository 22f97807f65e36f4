// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

extension CaseStore {
    /// Shows what still waits in groups that have grown large enough: commands show a bounded
    /// number each. Again, it finds nothing.
    ///
    /// - Returns: how many cases it showed.
    package func releaseAggregates(asOf now: Instant) async throws(StoreError) -> Int {
        try await settleAll { .releaseAggregates(at: now, limit: $0) }
    }

    /// Gives an order of the clock's, so many rows a time, until it finds nothing more.
    func settleAll(
        _ order: (_ limit: Int) -> AdministrativeOrder
    ) async throws(StoreError) -> Int {
        let limit = min(BatchDecider.releasedACommand, limits.batchCommands)
        var count = 0
        while true {
            switch await execute(order(limit)) {
            case .settled(let settled):
                count += settled
                if settled < limit { return count }
            case .failed(let error): throw error
            case .partner, .mandates, .campaign, .profile, .commitment, .claim, .marked, .noted,
                .refused:
                throw .internalError("An order of the clock's was answered otherwise")
            }
        }
    }
}
