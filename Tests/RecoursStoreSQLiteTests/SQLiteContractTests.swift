// SPDX-License-Identifier: EUPL-1.2

import RecoursStore
import RecoursStoreSQLite
import StoreContract
import Testing

@Suite("The store's contract, in SQLite")
struct SQLiteContractTests {
    @Test("The store keeps its promise", arguments: ContractCheck.all)
    func keeps(_ check: ContractCheck) async throws {
        let directory = try TemporaryDirectory()
        try await check.run(
            on: try SQLiteBackend(directory: directory.path, codec: RegistryCodec()))
    }
}
