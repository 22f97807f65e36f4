// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore
import StoreContract
import Synchronization
import Testing

@Suite("The group commit")
struct GroupCommitTests {
    /// What the owner was told.
    private final class Poisoning: Sendable {
        let errors = Mutex<[StoreError]>([])
        var count: Int { errors.withLock { $0.count } }
    }

    private func open(
        _ backend: FaultyBackend, _ poisoning: Poisoning = Poisoning(),
        limits: StoreLimits = StoreLimits()
    ) async throws -> CaseStore {
        let store = try CaseStore(backend: backend, codec: RegistryCodec(), limits: limits) {
            error in poisoning.errors.withLock { $0.append(error) }
        }
        try await store.registerFixtures()
        return store
    }

    private func failure(_ outcome: CaseOutcome) -> StoreError.Code? {
        if case .failed(let error) = outcome { error.code } else { nil }
    }

    @Test("A commit that fails is an unknown outcome: all stops, and the owner is told once")
    func unknownOutcome() async throws {
        let backend = FaultyBackend()
        let poisoning = Poisoning()
        let store = try await open(backend, poisoning)
        defer { store.close() }
        let receipt = try await store.file(try Fixtures.submission(1))
        backend.inject(.commitReportsFailure)
        let outcome = await store.execute(.submit(try Fixtures.submission(2)))
        #expect(failure(outcome) == .outcomeUnknown)
        let later = await store.execute(.submit(try Fixtures.submission(3)))
        #expect(failure(later) == .closed)
        await #expect(throws: StoreError.self) {
            _ = try await store.caseFile(.mediator, .identifier(receipt.identifier))
        }
        // The owner is told after the last answer, on the writer's own thread.
        while poisoning.count == 0 { await Task.yield() }
        #expect(poisoning.errors.withLock { $0.map(\.code) } == [.outcomeUnknown])
    }

    @Test(
        "A back end that is as good as before goes on after any failure",
        arguments: [
            FaultyBackend.Fault.commitReportsFailure, .writeFails(.storageFailed),
            .writeFails(.unavailable), .writeFails(.corrupted), .maintenanceFails,
        ])
    func goesOn(_ fault: FaultyBackend.Fault) async throws {
        let backend = FaultyBackend(goesOn: true)
        let poisoning = Poisoning()
        let store = try await open(backend, poisoning)
        defer { store.close() }
        backend.inject(fault)
        let outcome = await store.execute(.submit(try Fixtures.submission(1)))
        if case .maintenanceFails = fault {
            _ = try applied(outcome)
        } else {
            #expect(failure(outcome) != nil)
        }
        backend.inject(.none)
        let later = try await store.file(try Fixtures.submission(2))
        #expect(try await store.caseFile(.mediator, .identifier(later.identifier)) != nil)
        #expect(poisoning.count == 0)
    }

    @Test("An answer that rests on what others wrote is given once that is confirmed")
    func confirmsFirst() async throws {
        let backend = FaultyBackend(goesOn: true)
        let store = try await open(backend)
        defer { store.close() }
        _ = try await store.file(try Fixtures.submission(1))
        backend.inject(.confirmationFails)
        let early = await store.execute(.submit(try Fixtures.submission(1)))
        #expect(failure(early) == .unavailable)
        backend.inject(.none)
        _ = try replayed(await store.execute(.submit(try Fixtures.submission(1))))
    }

    @Test("A failing commit answers nobody before the readers have stopped")
    func readersStopFirst() async throws {
        let backend = FaultyBackend()
        let store = try await open(backend)
        defer { store.close() }
        backend.inject(.commitReportsFailure)
        let identifier = try Fixtures.submission(1).identifier
        let (answers, continuation) = AsyncStream.makeStream(of: StoreError?.self)
        store.enqueue(.submit(try Fixtures.submission(1))) { _ in
            store.readCase(.mediator, .identifier(identifier)) { result in
                if case .failure(let error) = result {
                    continuation.yield(error)
                } else {
                    continuation.yield(nil)
                }
            }
        }
        for await answer in answers {
            #expect(answer?.code == .closed)
            break
        }
    }

    @Test("A case is read on the caller's own thread, and no more once the store has stopped")
    func promptReads() async throws {
        let backend = FaultyBackend()
        let store = try await open(backend)
        defer { store.close() }
        let receipt = try await store.file(try Fixtures.submission(1))
        let found = store.caseFileNow(.mediator, .identifier(receipt.identifier))
        #expect(try found?.get()?.version == receipt.version)
        let stranger = store.caseFileNow(.platform("nobody"), .identifier(receipt.identifier))
        #expect(try stranger?.get() == .some(nil))
        backend.inject(.commitReportsFailure)
        _ = await store.execute(.submit(try Fixtures.submission(2)))
        #expect(store.caseFileNow(.mediator, .identifier(receipt.identifier)) == nil)
    }

    @Test("A waiter on an inbox is let go when the store stops")
    func waitersAreLetGo() async throws {
        let backend = FaultyBackend()
        let store = try await open(backend)
        defer { store.close() }
        let waiting = Task {
            try await store.waitForInbox(.mediator, after: 0, until: .now + .seconds(60))
        }
        backend.inject(.commitReportsFailure)
        _ = await store.execute(.submit(try Fixtures.submission(1)))
        await #expect(throws: StoreError.self) { _ = try await waiting.value }
    }

    @Test("A full disk refuses writes, serves reads, and recovers by itself")
    func fullDisk() async throws {
        let backend = FaultyBackend()
        let poisoning = Poisoning()
        let store = try await open(backend, poisoning)
        defer { store.close() }
        let receipt = try await store.file(try Fixtures.submission(1))
        let commits = backend.commits
        backend.inject(.diskAlmostFull)
        let outcome = await store.execute(.submit(try Fixtures.submission(2)))
        #expect(failure(outcome) == .storageFull)
        #expect(backend.commits == commits)
        let found = try await store.caseFile(.mediator, .identifier(receipt.identifier))
        #expect(found != nil)
        backend.inject(.writeFails(.storageFull))
        #expect(failure(await store.execute(.submit(try Fixtures.submission(2)))) == .storageFull)
        backend.inject(.none)
        _ = try await store.file(try Fixtures.submission(2))
        #expect(poisoning.count == 0)
    }

    @Test(
        "A storage that fails, before the commit or between batches, ends the store",
        arguments: [FaultyBackend.Fault.writeFails(.storageFailed), .maintenanceFails])
    func failingStorage(_ fault: FaultyBackend.Fault) async throws {
        let backend = FaultyBackend()
        let poisoning = Poisoning()
        let store = try await open(backend, poisoning)
        defer { store.close() }
        backend.inject(fault)
        let outcome = await store.execute(.submit(try Fixtures.submission(1)))
        if case .maintenanceFails = fault {
            _ = try applied(outcome)
        } else {
            #expect(failure(outcome) == .storageFailed)
        }
        while poisoning.count == 0 { await Task.yield() }
        let later = await store.execute(.submit(try Fixtures.submission(2)))
        #expect(failure(later) == .closed)
    }

    @Test("A queue that is full refuses at once, and what it took is still done")
    func overload() async throws {
        var limits = StoreLimits()
        // A quarter of it for one partner.
        limits.queuedCommands = 32
        let store = try await open(FaultyBackend(), limits: limits)
        defer { store.close() }
        let outcomes = await store.executeInOrder(
            try (1...2_000).map { .submit(try Fixtures.submission(UInt64($0))) })
        let done = outcomes.filter { if case .applied = $0 { true } else { false } }
        let refused = outcomes.filter { failure($0) == .overloaded }
        #expect(done.count + refused.count == 2_000)
        #expect(done.count >= 8)
        let listed = try await store.listAll(.mediator, CaseFilter(), pageSize: 1_000)
        #expect(listed.count == done.count)
    }

    @Test("What queued during a commit shares the next one")
    func batches() async throws {
        let backend = FaultyBackend()
        let store = try await open(backend)
        defer { store.close() }
        let before = backend.commits
        let submissions = try (1...500).map { CaseOrder.submit(try Fixtures.submission($0)) }
        let outcomes = await store.executeInOrder(submissions)
        for outcome in outcomes { _ = try applied(outcome) }
        #expect(backend.commits - before < 500)
    }

    @Test("A sink gets all its completions of a batch in one call")
    func sinks() async throws {
        final class Sink: CompletionSink {
            let calls = Mutex<[Int]>([])
            func deliver(_ completions: [@Sendable () -> Void]) {
                calls.withLock { $0.append(completions.count) }
                for completion in completions { completion() }
            }
        }
        let backend = FaultyBackend()
        let store = try await open(backend)
        defer { store.close() }
        let before = backend.commits
        let sink = Sink()
        let (done, continuation) = AsyncStream.makeStream(of: Void.self)
        for number in UInt64(1)...200 {
            store.enqueue(.submit(try Fixtures.submission(number)), sink: sink) { _ in
                continuation.yield()
            }
        }
        var count = 0
        for await _ in done {
            count += 1
            if count == 200 { break }
        }
        let calls = sink.calls.withLock { $0 }
        #expect(calls.reduce(0, +) == 200)
        #expect(calls.count == backend.commits - before)
    }
}
