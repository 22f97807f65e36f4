// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import StoreContract
import Testing

@testable import RecoursStore

@Suite("Evidence that several servers share")
struct SharedEvidenceTests {
    private typealias One = EvidenceDirectoryTests

    private static let bytes = One.text(2_000) + One.text(3_000, "b")
    private static let claim = One.claim(bytes)

    /// Announces the file at a server, and says how much of it is there.
    private func begin(_ directory: EvidenceDirectory) async throws -> UInt64 {
        try await directory.begin(
            One.identifier(1), owner: One.owner, Self.claim, at: One.now)
    }

    /// Leaves the first thousand bytes of it at a server.
    private func leave(_ directory: EvidenceDirectory) async throws {
        #expect(try await begin(directory) == 0)
        let stream = try await One.bring(Array(Self.bytes.prefix(1_000)), 1, to: directory)
        try await directory.release(stream)
    }

    private static func later(_ hours: Int64) -> Instant {
        let now = Int64(Date().timeIntervalSince1970 * 1_000)
        return Instant(millisecondsSince1970: now + hours * 3_600_000)
    }

    @Test("What one server has in place and not yet named, the sweep of another does not lose")
    func sweptByAnother() async throws {
        let place = One.Place()
        let (first, second) = (try place.open(as: "a"), try place.open(as: "b"))
        let store = try CaseStore(backend: MemoryBackend(), codec: RegistryCodec()) { _ in }
        defer { store.close() }
        try await store.registerFixtures()
        let collector = EvidenceCollector(store: store, directory: second)
        func bring(sweeping isSwept: Bool) async throws -> EvidenceOutcome {
            #expect(try await begin(first) == 0)
            let stream = try await One.bring(Self.bytes, 1, to: first)
            try await first.finish(stream)
            if isSwept { _ = try await collector.run(at: One.now) }
            let outcome = await store.execute(
                .keep(One.identifier(1), owner: One.owner, Self.claim, at: One.now, in: first))
            try await first.conclude(stream)
            return outcome
        }
        // Whoever brings it is told, and brings it again.
        guard case .refused(.contentGone) = try await bring(sweeping: true) else {
            Issue.record("It was kept without its file")
            return
        }
        guard case .kept(_, isNew: true) = try await bring(sweeping: false) else {
            Issue.record("It was not kept")
            return
        }
        #expect(try await collector.run(at: One.now).isEmpty)
        #expect(
            try await second.read(Self.claim.sha256, at: 0, count: 9_000) == Self.bytes)
    }

    @Test("An upload that begins again at another server leaves that of the first alone")
    func sameUploadAtTwo() async throws {
        let place = One.Place()
        let first = try place.open(as: "a")
        #expect(try await begin(first) == 0)
        let left = try await One.bring(Self.bytes, 1, to: first)
        let second = try place.open(as: "b")
        #expect(try await begin(second) == 0)
        let right = try await One.bring(Array(Self.bytes.prefix(10)), 1, to: second)
        try await first.finish(left)
        #expect(
            try await second.read(Self.claim.sha256, at: 0, count: 9_000) == Self.bytes)
        try await second.release(right)
        let rest = try await One.bring(Array(Self.bytes[10...]), 1, from: 10, to: second)
        try await second.finish(rest)
        #expect(try await first.read(Self.claim.sha256, at: 0, count: 9_000) == Self.bytes)
    }

    @Test("A server lets uploads be that another has under way, however long they take")
    func oldUploads() async throws {
        let place = One.Place()
        let first = try place.open(as: "a")
        try await leave(first)
        let second = try place.open(as: "b")
        #expect(try await second.removeStale(at: Self.later(1_000)) == EvidenceSweep())
        let rest = try await One.bring(Array(Self.bytes[1_000...]), 1, from: 1_000, to: first)
        try await first.finish(rest)
        #expect(
            try await second.read(Self.claim.sha256, at: 0, count: 9_000) == Self.bytes)
    }

    @Test("A server finds its own uploads when it comes back, also if something else was opened")
    func names() async throws {
        let place = One.Place()
        var first: EvidenceDirectory? = try place.open(as: "a")
        try await leave(try #require(first))
        // As `serve --check` does, beside the server.
        #expect(try await begin(try place.open(as: "a")) == 0)
        first?.close()
        first = nil
        let again = try place.open(as: "a")
        #expect(try await begin(again) == 1_000)
        #expect(try await begin(try place.open(as: "b")) == 0)
    }

    @Test("A server whose directory was copied from another takes a name of its own, for good")
    func copied() async throws {
        let place = One.Place()
        let first = try place.open(as: "a")
        try await leave(first)
        try FileManager.default.copyItem(
            atPath: "\(place.root)/a", toPath: "\(place.root)/b")
        var second: EvidenceDirectory? = try place.open(as: "b")
        try await leave(try #require(second))
        second?.close()
        second = nil
        first.close()
        #expect(try await begin(try place.open(as: "b")) == 1_000)
        #expect(try await begin(try place.open(as: "a")) == 1_000)
        let names = ["a", "b"].map {
            FileManager.default.contents(atPath: "\(place.root)/\($0)/name")
        }
        #expect(names[0] != names[1])
    }

    @Test("What a server that does not come back has left goes after a day, and no sooner")
    func forsaken() async throws {
        let place = One.Place()
        var gone: EvidenceDirectory? = try place.open(as: "a")
        try await leave(try #require(gone))
        // That of one with nothing under way goes with it.
        try place.open(as: "b").close()
        gone?.close()
        gone = nil
        #expect(try place.files().incoming.count == 4)
        let other = try place.open(as: "c")
        #expect(try await other.removeStale(at: Self.later(23)) == EvidenceSweep())
        let sweep = try await other.removeStale(at: Self.later(25))
        #expect(sweep.files == 2 && sweep.bytes > 1_000)
        // Its own, with the lock in it.
        #expect(try place.files().incoming.count == 2)
        #expect(try await begin(try place.open(as: "a")) == 0)
    }

    @Test("What was under way when there was one server goes after a day as well, and back")
    func oneBecomesMany() async throws {
        let place = One.Place()
        var directory: EvidenceDirectory? = try place.open()
        try await leave(try #require(directory))
        directory = try place.open(as: "a")
        #expect(try await directory?.removeStale(at: Self.later(23)).files == 0)
        #expect(try await directory?.removeStale(at: Self.later(25)).files == 2)
        try await leave(try #require(directory))
        directory?.close()
        directory = nil
        let one = try place.open()
        #expect(try await one.removeStale(at: Self.later(23)).files == 0)
        #expect(try await one.removeStale(at: Self.later(25)).files == 2)
        #expect(try place.files().incoming.isEmpty)
    }
}
