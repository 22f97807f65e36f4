// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore
import StoreContract
import Testing

@testable import RecoursStorePostgreSQL

@Suite("Connections cut at any moment", .serialized)
struct CutConnectionsTests {
    @Test(
        "Whoever sends a command until it is answered has it done once, whatever is cut meanwhile")
    func onceWhateverIsCut() async throws {
        let cluster = try PostgreSQLCluster.shared.get()
        let options = try cluster.database()
        let codec = RegistryCodec()
        let stores = try (0..<2).map { _ in
            try CaseStore(backend: try PostgreSQLBackend(options), codec: codec) { _ in
                Issue.record("A store stopped")
            }
        }
        defer { for store in stores { store.close() } }
        try await stores[0].registerFixtures()
        let cutting = Task { try await cut(options, cluster) }
        let identifiers = try await withThrowingTaskGroup(of: CaseIdentifier.self) { group in
            for sender in UInt64(0)..<8 {
                for number in 0..<UInt64(40) {
                    let store = stores[Int((sender + number) % 2)]
                    group.addTask {
                        try await file(try Fixtures.submission(1 + sender * 40 + number), on: store)
                    }
                }
                // Not all at once, or few batches take them all.
                try await Task.sleep(for: .milliseconds(100))
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        cutting.cancel()
        let cuts = try await cutting.value
        #expect(cuts > 5)
        #expect(Set(identifiers).count == 320)
        let report = try await stores[1].verifyChains()
        #expect(report.cases == 320 && report.damagedCount == 0)
        try await stores[1].requireRightFigures()
        let rows = try cluster.session(options.database).run([
            PGRequest("SELECT count(*), max(position) FROM inbox_entry WHERE inbox = 4"),
            PGRequest("SELECT count(*) FROM idempotency_key"),
        ])
        #expect(rows[0][0].integer(0) == 320 && rows[0][0].integer(1) == 320)
        #expect(rows[1][0].integer(0) == 320)
    }

    private func file(_ submission: Submission, on store: CaseStore) async throws -> CaseIdentifier
    {
        while true {
            switch await store.execute(.submit(submission)) {
            case .applied(let receipt), .replayed(let receipt): return receipt.identifier
            case .failed(let error) where [.unavailable, .outcomeUnknown].contains(error.code):
                try await Task.sleep(for: .milliseconds(20))
            case let other: throw ContractBreach("\(other)")
            }
        }
    }

    /// Ends sessions of the stores' again and again, until cancelled; how many there were.
    private func cut(
        _ options: PostgreSQLStoreOptions, _ cluster: PostgreSQLCluster
    ) async throws -> Int64 {
        let session = try cluster.session()
        var count: Int64 = 0
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(Int.random(in: 5...60)))
            let ended = try session.run([
                PGRequest(
                    """
                    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                    WHERE datname = $1::text AND state <> 'idle'
                    """, [.text(options.database)])
            ])
            count += ended[0].first?.integer(0) ?? 0
        }
        return count
    }
}
