// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import StoreContract
import Synchronization
import Testing

@testable import RecoursStore

@Suite("Fair shares of the writer", .timeLimit(.minutes(1)))
struct FairnessTests {
    /// In which batch each command was done, by its sender's name, in the order of completion.
    private struct Done: Sendable {
        let name: String
        let number: UInt64
        let batch: Int
        let outcome: CaseOutcome

        var isOverload: Bool {
            if case .failed(let error) = outcome { error.code == .overloaded } else { false }
        }
    }

    /// A store whose writer is held in a batch of one command, while others queue behind it.
    private final class Scene: Sendable {
        let backend = FaultyBackend()
        let store: CaseStore
        private let done = Mutex<[Done]>([])
        private let sent = Atomic(0)
        private let held: Int

        init(_ change: (inout StoreLimits) -> Void = { _ in }) async throws {
            var limits = StoreLimits()
            change(&limits)
            store = try CaseStore(backend: backend, codec: RegistryCodec(), limits: limits) { _ in }
            try await store.registerFixtures()
            backend.hold()
            held = backend.batches + 1
            try send("held", 0, by: Fixtures.business)
            while !backend.writerWaits { await Task.yield() }
        }

        func send(
            _ name: String, _ number: UInt64, by submitter: PartnerReference,
            isBulk: Bool = false, bytes: Int = 1_024
        ) throws {
            var submission = try Fixtures.submission(
                number, by: submitter, reference: "\(name)-\(number)",
                identifierOffset: UInt64(name.utf8.reduce(0) { $0 + Int($1) }))
            submission.queuedBytes = bytes
            enqueue(name, number, .submit(submission), isBulk)
        }

        /// A command of the clock's, on a case that is not there.
        func sendClock(_ number: UInt64) {
            let change = CaseChange(
                identifier: CaseIdentifier(
                    at: Fixtures.now, randomHigh: number, randomLow: .max),
                actor: .system, key: nil, command: .elapse, at: Fixtures.now, queuedBytes: 256)
            enqueue("clock", number, .change(change), false)
        }

        private func enqueue(
            _ name: String, _ number: UInt64, _ order: CaseOrder, _ isBulk: Bool
        ) {
            sent.add(1, ordering: .relaxed)
            store.enqueue(order, isBulk: isBulk) { [self] outcome in
                // Batches after the one that was held.
                let batch = backend.batches - held
                let one = Done(name: name, number: number, batch: batch, outcome: outcome)
                done.withLock { $0.append(one) }
            }
        }

        /// Lets the writer go on, and waits until all is done.
        func outcomes() async -> [Done] {
            backend.letGo()
            while done.withLock({ $0.count }) < sent.load(ordering: .relaxed) {
                await Task.yield()
            }
            store.close()
            return done.withLock { $0 }
        }
    }

    @Test("A single command is in the next batch, however much bulk another has queued")
    func singleBesideBulk() async throws {
        let scene = try await Scene()
        for number in UInt64(1)...1_000 {
            try scene.send("bulk", number, by: Fixtures.association, isBulk: true)
        }
        try scene.send("single", 1, by: Fixtures.otherAssociation)
        try scene.send("own", 1, by: Fixtures.association)
        let done = await scene.outcomes()
        #expect(done.filter { $0.name == "single" || $0.name == "own" }.map(\.batch) == [1, 1])
        let bulk = done.filter { $0.name == "bulk" }
        #expect(bulk.count == 1_000)
        #expect(bulk.contains { $0.batch == 1 })
        #expect((bulk.map(\.batch).max() ?? 0) > 1)
    }

    @Test("Bulk of one partner does not stand before bulk of another")
    func bulkBesideBulk() async throws {
        let scene = try await Scene()
        for number in UInt64(1)...1_000 {
            try scene.send("first", number, by: Fixtures.association, isBulk: true)
        }
        for number in UInt64(1)...100 {
            try scene.send("second", number, by: Fixtures.otherAssociation, isBulk: true)
        }
        let done = await scene.outcomes()
        let first = done.filter { $0.batch == 1 && $0.name == "first" }.count
        #expect(done.filter { $0.batch == 1 && $0.name == "second" }.count == 100)
        #expect(first > 100)
    }

    @Test("What one partner sends is done in the order in which it came")
    func orderOfOne() async throws {
        let scene = try await Scene { $0.batchCommands = 24 }
        for number in UInt64(1)...200 {
            try scene.send("bulk", number, by: Fixtures.association, isBulk: true)
            try scene.send("one", number, by: Fixtures.association)
            try scene.send("other", number, by: Fixtures.otherAssociation)
        }
        let done = await scene.outcomes()
        for name in ["bulk", "one", "other"] {
            #expect(done.filter { $0.name == name }.map(\.number) == Array(1...200))
        }
    }

    @Test("Within a batch all is done in the order in which it came, whoever sent it")
    func orderOfABatch() async throws {
        let scene = try await Scene()
        for number in UInt64(1)...20 {
            try scene.send("bulk", number, by: Fixtures.association, isBulk: true)
            try scene.send("one", number, by: Fixtures.otherAssociation)
        }
        let done = await scene.outcomes().filter { $0.batch == 1 }
        #expect(done.map(\.number) == (1...20).flatMap { [$0, $0] })
        #expect(done.map(\.name) == (1...20).flatMap { _ in ["bulk", "one"] })
    }

    @Test("A partner at its bound is refused, and the others are not")
    func boundOfOne() async throws {
        let scene = try await Scene { $0.queuedCommands = 64 }
        for number in UInt64(1)...40 {
            try scene.send("greedy", number, by: Fixtures.association)
        }
        for number in UInt64(1)...16 {
            try scene.send("modest", number, by: Fixtures.otherAssociation)
        }
        let done = await scene.outcomes()
        let refused = done.filter(\.isOverload)
        #expect(refused.map(\.name) == Array(repeating: "greedy", count: 24))
        #expect(refused.map(\.number) == Array(17...40))
    }

    @Test("The clock is not refused when partners have filled the queue")
    func clockBesideAFullQueue() async throws {
        let scene = try await Scene { $0.queuedCommands = 16 }
        for number in UInt64(1)...8 {
            for sender in [Fixtures.association, Fixtures.otherAssociation] {
                try scene.send("\(sender.slug)-bulk", number, by: sender, isBulk: true)
                try scene.send(sender.slug, number, by: sender)
            }
        }
        try scene.send("late", 1, by: Fixtures.business)
        scene.sendClock(1)
        let done = await scene.outcomes()
        #expect(done.first { $0.name == "late" }?.isOverload == true)
        #expect(done.first { $0.name == "clock" }?.isOverload == false)
    }

    @Test("A flood of single commands leaves the clock and bulk their shares of each batch")
    func shares() async throws {
        let scene = try await Scene { $0.batchCommands = 16 }
        for number in UInt64(1)...64 {
            try scene.send("flood", number, by: Fixtures.association)
        }
        for number in UInt64(1)...4 {
            try scene.send("bulk", number, by: Fixtures.otherAssociation, isBulk: true)
            scene.sendClock(number)
        }
        let names = await scene.outcomes().filter { $0.batch == 1 }.map(\.name)
        #expect(names.count == 16)
        #expect(names.filter { $0 == "clock" }.count == 2)
        #expect(names.filter { $0 == "bulk" }.count == 4)
    }

    @Test("Large commands count for more than small ones")
    func weights() async throws {
        let scene = try await Scene { $0.batchCommands = 80 }
        for number in UInt64(1)...100 {
            try scene.send("large", number, by: Fixtures.association, bytes: 7 * 1_024)
            try scene.send("small", number, by: Fixtures.otherAssociation)
        }
        let names = await scene.outcomes().filter { $0.batch == 1 }.map(\.name)
        // A turn is eight of the small ones and two of the large.
        #expect(names.filter { $0 == "large" }.count == 16)
        #expect(names.filter { $0 == "small" }.count == 64)
    }
}

@Suite("The pace of batches")
struct BatchPaceTests {
    @Test("Bulk gets what recent batches say fits the time")
    func learns() {
        var pace = BatchPace(most: 1_000, goal: .milliseconds(20))
        for _ in 0..<20 {
            pace.note(commands: 500, isAwaited: true, took: .milliseconds(50))
        }
        #expect((195...205).contains(pace.bulk))
        for _ in 0..<20 { pace.note(commands: 500, isAwaited: true, took: .milliseconds(5)) }
        #expect(pace.bulk == 1_000)
    }

    @Test("Bulk alone fills batches, until somebody waits again")
    func alone() {
        var pace = BatchPace(most: 1_000, goal: .milliseconds(20))
        #expect(pace.bulk == 1_000)
        pace.note(commands: 501, isAwaited: true, took: .milliseconds(50))
        #expect(pace.bulk < 250)
        for _ in 0..<40 {
            pace.note(commands: 500, isAwaited: false, took: .milliseconds(50))
        }
        #expect(pace.bulk == 1_000)
    }

    @Test("A lone command that waits for the disk says nothing, and bulk never stands still")
    func bounds() {
        var pace = BatchPace(most: 1_000, goal: .milliseconds(20))
        pace.note(commands: 100, isAwaited: true, took: .milliseconds(10))
        let before = pace.bulk
        #expect(before == 200)
        pace.note(commands: 1, isAwaited: true, took: .milliseconds(30))
        #expect(pace.bulk == before)
        for _ in 0..<20 { pace.note(commands: 100, isAwaited: true, took: .seconds(10)) }
        #expect(pace.bulk == 32)
        var small = BatchPace(most: 8, goal: .milliseconds(20))
        #expect(small.bulk == 8)
        small.note(commands: 8, isAwaited: true, took: .seconds(1))
        #expect(small.bulk == 8)
    }
}
