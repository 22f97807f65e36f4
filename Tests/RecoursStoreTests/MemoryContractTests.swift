// SPDX-License-Identifier: EUPL-1.2

import RecoursStore
import StoreContract
import Testing

@Suite("The store's contract, in memory")
struct MemoryContractTests {
    @Test("The store keeps its promise", arguments: ContractCheck.all)
    func keeps(_ check: ContractCheck) async throws {
        try await check.run(on: MemoryBackend())
    }
}
