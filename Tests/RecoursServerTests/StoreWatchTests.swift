// SPDX-License-Identifier: EUPL-1.2

internal import Dispatch
internal import Logging
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import StoreContract
internal import Testing

@testable import RecoursServer

@Suite("A store whose database is away")
struct StoreWatchTests {
    private func waitUntil(_ what: Comment, _ isSo: () -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(20)
        while !isSo() {
            try #require(ContinuousClock.now < end, what)
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    @Test("A commit that waits for a standby is told while it lasts, and no longer")
    func waitingCommit() async throws {
        let backend = WaitingBackend()
        let store = try CaseStore(backend: backend, codec: StoreCodec()) { _ in
            Issue.record("The store stopped")
        }
        let status = ServingStatus()
        var limits = StoreWatch.Limits()
        limits.interval = .milliseconds(20)
        limits.patience = .milliseconds(200)
        let watch = StoreWatch(
            store: store, status: status, limits: limits, logger: Logger(label: "test"))
        let watching = Task { await watch.run() }
        async let raised: Void = store.raise([.notified: 1])
        try await waitUntil("it is told") { status.report.isStoreAway }
        #expect(status.current == .serving)
        backend.goOn()
        try await raised
        try await waitUntil("its end is told") { !status.report.isStoreAway }
        watching.cancel()
        await watching.value
        store.close()
    }

    @Test("Health says so, but for a server that ends")
    func health() {
        var report = ServingStatus.Report()
        report.isStoreAway = true
        #expect(ServingState(report) == .notServing)
        report.serving = .readOnly
        #expect(ServingState(report) == .notServing)
        report.serving = .draining
        #expect(ServingState(report) == .draining)
        report.isStoreAway = false
        report.serving = .readOnly
        #expect(ServingState(report) == .readOnly)
    }
}

/// In memory, and as if in a database of its own whose first commit waits for a standby.
private final class WaitingBackend: StoreBackend {
    private let memory = MemoryBackend()
    private let standby = DispatchSemaphore(value: 0)

    var identity: StoreIdentity { memory.identity }
    var goesOnAfterFailure: Bool { true }
    var snapshotsHoldNobodyUp: Bool { false }

    func goOn() { standby.signal() }

    func begin(_ commands: borrowing [StoreCommand]) -> any StoreLookup {
        standby.wait()
        standby.signal()
        return memory.begin(commands)
    }

    func commit(_ writes: borrowing WriteSet) -> [PartnerNumber: UInt64] { memory.commit(writes) }
    func rollback() {}
    func maintain() {}
    func space() -> StorageSpace { memory.space() }
    func makeReader(_ use: ReaderUse) -> sending any StoreReader { memory.makeReader(use) }
    func erasedCases() -> [CaseIdentifier] { [] }
    func close() {}
}
