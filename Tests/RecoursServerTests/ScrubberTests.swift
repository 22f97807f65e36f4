// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Logging
import RecoursCases
import RecoursStore
import StoreContract
import Synchronization
import Testing

@testable import RecoursServer

@Suite("Scrubber", .timeLimit(.minutes(1)))
struct ScrubberTests {
    private let lines = LogLines()

    private func scrubber(
        _ world: SweepWorld, _ evidence: EvidenceDirectory,
        everyMilliseconds interval: Int64 = SweepWorld.day
    ) async throws -> Scrubber {
        let watch = DamageWatch(
            store: world.store, status: world.status, clock: world.clock, logger: lines.logger)
        watch.start(try await world.store.marks())
        var limits = ScrubLimits()
        limits.percent = 100
        limits.intervalMilliseconds = interval
        return Scrubber(
            store: world.store, evidence: evidence, clock: world.clock, watch: watch,
            limits: limits, logger: lines.logger)
    }

    private func change(_ directory: String, _ sql: String) throws {
        try SQLiteFile.change(directory + "/store.sqlite", sql)
    }

    @Test("Damage is logged with what to do, and told until a scrub has found nothing")
    func telling() async throws {
        let world = try await SweepWorld(.sqlite)
        let evidence = try EvidenceDirectory.temporary { try SHA256ContentHasher() }
        let identifiers = try await world.file(1...80)
        try world.reopen { try change($0, "UPDATE cases SET siren = siren + 1 WHERE row = 2") }
        let damaged = try await scrubber(world, evidence).scrub()
        #expect(damaged.damaged == 1 && damaged.records > 240)
        #expect(world.status.isDamaged)
        #expect(lines.text.contains("in row 2 is damaged"))
        #expect(lines.text.contains("recoursd restore"))
        // Whatever is whole is served.
        var served = 0
        for identifier in identifiers where try await found(identifier, world) { served += 1 }
        #expect(served == 79)
        // It is noted for the next start, which tells it before anybody has met it again.
        while try await world.store.marks()[.damageFound] == nil { await Task.yield() }
        world.status.setDamaged(false)
        world.machine.pass(60_000)
        try world.reopen { try change($0, "UPDATE cases SET siren = siren - 1 WHERE row = 2") }
        let mended = try await scrubber(world, evidence)
        #expect(world.status.isDamaged)
        #expect(try await mended.scrub().damaged == 0)
        #expect(!world.status.isDamaged)
        try world.reopen()
        _ = try await scrubber(world, evidence)
        #expect(!world.status.isDamaged)
    }

    private func found(_ identifier: CaseIdentifier, _ world: SweepWorld) async throws -> Bool {
        do throws(StoreError) {
            return try await world.store.caseFile(.mediator, .identifier(identifier)) != nil
        } catch {
            guard error.code == .corrupted else { throw error }
            return false
        }
    }

    @Test("A file of evidence that is gone, or is not what was brought, is found")
    func files() async throws {
        let world = try await SweepWorld(.sqlite)
        let evidence = try EvidenceDirectory.temporary { try SHA256ContentHasher() }
        var contents: [[UInt8]] = []
        for number in UInt8(1)...3 {
            let bytes = Array("%PDF-1.7\n".utf8) + [UInt8](repeating: number, count: 3_000_000)
            contents.append(try await keep(bytes, number, world, evidence))
        }
        #expect(try await scrubber(world, evidence).scrub().files == 3)
        #expect(!world.status.isDamaged)
        let handle = try FileHandle(
            forUpdating: URL(fileURLWithPath: evidence.path(of: contents[0])))
        try handle.seek(toOffset: 2_999_999)
        try handle.write(contentsOf: Data([0]))
        try handle.close()
        try FileManager.default.removeItem(atPath: evidence.path(of: contents[1]))
        let report = try await scrubber(world, evidence).scrub()
        #expect(report.damaged == 2 && report.files == 3)
        #expect(world.status.isDamaged)
    }

    /// Brings a file as an upload does; returns its hash.
    private func keep(
        _ bytes: [UInt8], _ number: UInt8, _ world: SweepWorld, _ evidence: EvidenceDirectory
    ) async throws -> [UInt8] {
        let hasher = try SHA256ContentHasher()
        try hasher.update(bytes)
        let claim = EvidenceClaim(
            name: "preuve.pdf", size: UInt64(bytes.count), sha256: try hasher.finish(),
            media: .pdf, visibility: .parties, capturedAt: nil, sourceURL: "")
        let identifier = EvidenceIdentifier(high: 0x0192_0000_0000_7000, low: UInt64(number))
        let owner = Fixtures.association
        _ = try await evidence.begin(identifier, owner: owner, claim, at: Fixtures.now)
        let stream = try await evidence.open(identifier, owner: owner, offset: 0, at: Fixtures.now)
        try await evidence.write(bytes, stream, at: Fixtures.now)
        try await evidence.finish(stream)
        let outcome = await world.store.execute(
            .keep(identifier, owner: owner, claim, at: Fixtures.now, in: evidence))
        guard case .kept = outcome else { throw ContractBreach("\(outcome)") }
        try await evidence.conclude(stream)
        return claim.sha256
    }

    @Test("A scrub runs at each start, and once in each interval")
    func interval() async throws {
        let world = try await SweepWorld(.sqlite)
        let evidence = try EvidenceDirectory.temporary { try SHA256ContentHasher() }
        try await world.file(1...3)
        func runs() -> Int { lines.all.count { $0.contains("scrub ended") } }
        func wait(until count: Int) async throws {
            while runs() < count { try await Task.sleep(for: .milliseconds(5)) }
        }
        for start in 0...1 {
            let scrubber = try await scrubber(world, evidence, everyMilliseconds: 20)
            let running = Task { await scrubber.run() }
            try await wait(until: 2 * start + 1)
            // The store's clock stands still.
            try await Task.sleep(for: .milliseconds(80))
            #expect(runs() == 2 * start + 1)
            world.machine.pass(20)
            try await wait(until: 2 * start + 2)
            running.cancel()
            await running.value
            try world.reopen()
        }
    }

    @Test("What no record names is kept while a record is damaged")
    func collecting() async throws {
        let world = try await SweepWorld(.sqlite)
        let evidence = try EvidenceDirectory.temporary { try SHA256ContentHasher() }
        let bytes = Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 1, count: 1_000)
        let content = try await keep(bytes, 1, world, evidence)
        try world.reopen {
            try change(
                $0,
                "UPDATE evidence SET sha256 = CAST(x'ff' || substr(sha256, 2) AS BLOB)")
        }
        let collector = EvidenceCollector(store: world.store, directory: evidence)
        await #expect(throws: EvidenceFault.self) { try await collector.run(at: Fixtures.now) }
        let kept = EvidenceContent(sha256: content, size: UInt64(bytes.count))
        #expect(try await evidence.verify(kept) == .intact)
    }
}
