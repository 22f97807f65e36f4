// SPDX-License-Identifier: EUPL-1.2

import RecoursStore
import RecoursStorePostgreSQL
import StoreContract
import Testing

@Suite("The store's contract, in PostgreSQL")
struct PostgreSQLContractTests {
    @Test("The store keeps its promise", arguments: ContractCheck.all)
    func keeps(_ check: ContractCheck) async throws {
        let options = try PostgreSQLCluster.shared.get().schema()
        try await check.run(on: try PostgreSQLBackend(options))
    }

    @Test(
        "The store keeps its promise when lists come in pages of two",
        arguments: ContractCheck.ofLists)
    func keepsInPages(_ check: ContractCheck) async throws {
        var options = try PostgreSQLCluster.shared.get().schema()
        options.pageRows = 2
        try await check.run(on: try PostgreSQLBackend(options))
    }
}
