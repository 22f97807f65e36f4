// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Glibc
import RecoursCases
import StoreContract
import Synchronization
import Testing

@testable import RecoursStore

@Suite("Shedding by the time that work waits", .timeLimit(.minutes(1)))
struct SheddingTests {
    private static func submission(_ number: UInt64) throws -> CaseOrder {
        .submit(try Fixtures.submission(number, by: Fixtures.association, reference: "\(number)"))
    }

    private static func store(
        _ backend: FaultyBackend, _ change: (inout StoreLimits) -> Void = { _ in }
    ) async throws -> CaseStore {
        var limits = StoreLimits()
        change(&limits)
        let store = try CaseStore(backend: backend, codec: RegistryCodec(), limits: limits) { _ in }
        try await store.registerFixtures()
        return store
    }

    /// Has the writer wait in a batch of one case.
    private static func holdWriter(
        of store: CaseStore, _ backend: FaultyBackend, in number: UInt64
    ) async throws {
        backend.hold()
        store.enqueue(try submission(number)) { _ in }
        while !backend.writerWaits { await Task.yield() }
    }

    /// Files a case while the writer is held in another, and lets it go once its time is over.
    private static func fileTooLate(_ store: CaseStore, _ backend: FaultyBackend) async throws
        -> CaseOutcome
    {
        try await holdWriter(of: store, backend, in: 1)
        let order = try submission(2)
        let deadline = Uptime(nanoseconds: Uptime.now.nanoseconds + 20_000_000)
        return await withCheckedContinuation { continuation in
            store.enqueue(order, until: deadline) { continuation.resume(returning: $0) }
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(40)) {
                backend.letGo()
            }
        }
    }

    private static func isKept(_ number: UInt64, in store: CaseStore) async throws -> Bool {
        let scope = CaseScope.submitter(Fixtures.association)
        return try await store.caseFile(scope, .externalReference("\(number)")) != nil
    }

    @Test("A command whose deadline is over before its turn is not done, and says so")
    func overdue() async throws {
        let backend = FaultyBackend()
        let store = try await Self.store(backend)
        guard case .failed(let error) = try await Self.fileTooLate(store, backend) else {
            Issue.record("The command was done")
            return
        }
        #expect(error.code == .overloaded)
        #expect(error.isDefinite)
        #expect(store.count(.overdue) == 1)
        #expect(try await Self.isKept(1, in: store))
        #expect(try await !Self.isKept(2, in: store))
        store.close()
    }

    @Test("With shedding turned off it is done all the same")
    func off() async throws {
        let backend = FaultyBackend()
        let store = try await Self.store(backend) {
            $0.queuePatience = nil
            $0.queueTarget = nil
        }
        guard case .applied = try await Self.fileTooLate(store, backend) else {
            Issue.record("The command was not done")
            return
        }
        #expect(try await Self.isKept(2, in: store))
        store.close()
    }

    @Test("A partner is told to hold back when more of its commands wait than are done in time")
    func crowded() async throws {
        let backend = FaultyBackend()
        // So that whatever a command takes is too long for more than the least room.
        let store = try await Self.store(backend) { $0.queueTarget = .nanoseconds(1) }
        #expect(!store.isCrowded(for: Fixtures.association))
        // One batch that tells what a command takes.
        try await Self.holdWriter(of: store, backend, in: 1)
        for number in UInt64(2)...99 { store.enqueue(try Self.submission(number)) { _ in } }
        backend.letGo()
        _ = await store.execute(try Self.submission(100))
        try await Self.holdWriter(of: store, backend, in: 1_000)
        var taken: UInt64 = 0
        while !store.isCrowded(for: Fixtures.association), taken < 1_000 {
            taken += 1
            store.enqueue(try Self.submission(1_000 + taken)) { _ in }
        }
        #expect(taken == 64)
        #expect(!store.isCrowded(for: Fixtures.otherAssociation))
        backend.letGo()
        store.close()
    }

    /// Lists that note when they were served.
    private final class Lists: Sendable {
        let store: CaseStore
        private let served = Mutex<[String]>([])

        init(_ store: CaseStore) { self.store = store }

        var order: [String] { served.withLock { $0 } }

        func read(_ name: String, of partner: PartnerReference) async throws {
            let account = ReadAccount(of: partner, canWait: true, until: .never)
            try await ReadAccount.$current.withValue(account) {
                try await store.list { reader throws(StoreError) in
                    self.served.withLock { $0.append(name) }
                    // Longer than a turn.
                    if name == "long" { usleep(2_000) }
                }
            }
        }
    }

    @Test("A list does not wait behind all lists of another partner")
    func lists() async throws {
        let lists = Lists(try await Self.store(FaultyBackend()))
        let isBlocked = DispatchSemaphore(value: 0)
        let goOn = DispatchSemaphore(value: 0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await lists.store.list { reader throws(StoreError) in
                    isBlocked.signal()
                    goOn.wait()
                }
            }
            await Self.wait(for: isBlocked)
            for _ in 0..<50 {
                group.addTask { try await lists.read("long", of: Fixtures.association) }
            }
            while lists.store.queuedLists < 50 { await Task.yield() }
            group.addTask { try await lists.read("short", of: Fixtures.otherAssociation) }
            while lists.store.queuedLists < 51 { await Task.yield() }
            goOn.signal()
            try await group.waitForAll()
        }
        let place = lists.order.firstIndex(of: "short")
        #expect((place ?? .max) <= 3)
        #expect(lists.order.count == 51)
        lists.store.close()
    }

    private static func wait(for semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                semaphore.wait()
                continuation.resume()
            }
        }
    }
}
