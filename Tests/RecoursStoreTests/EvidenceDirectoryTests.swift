// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import StoreContract
import Synchronization
import Testing

@testable import RecoursStore

/// Hashes as the contract's codec does.
final class TestHasher: ContentHasher {
    private var bytes: [UInt8] = []

    func update(_ more: [UInt8]) { bytes += more }

    func finish() -> [UInt8] { RegistryCodec().sha256(bytes) }
}

@Suite("Directory of evidence")
struct EvidenceDirectoryTests {
    static let owner = Fixtures.association
    static let now = Fixtures.now

    /// A place on disk, opened as often as needed.
    final class Place: Sendable {
        /// That of the evidence, and of what is of one server alone beside it.
        let root: String
        var path: String { root + "/evidence" }

        init() {
            root = NSTemporaryDirectory() + "recours-evidence-test-\(UUID().uuidString)"
            // What fails here fails each test that follows.
            try? FileManager.default.createDirectory(
                atPath: root, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: root) }

        /// - Parameter server: which of many servers opens it; nil: the only one.
        func open(
            as server: String? = nil, _ configure: (inout EvidenceOptions) -> Void = { _ in }
        ) throws -> EvidenceDirectory {
            var options = EvidenceOptions()
            configure(&options)
            return try EvidenceDirectory(
                path: path, sharedBy: server.map { "\(root)/\($0)" }, options: options
            ) { self.hasher() }
        }

        /// Asked of the place, so that it lasts as long as its directory.
        private func hasher() -> TestHasher { TestHasher() }

        /// Names in `incoming` and of contents.
        func files() throws -> (incoming: [String], contents: [String]) {
            let all = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
            return (
                all.filter { $0.hasPrefix("incoming/") },
                all.filter { !$0.hasPrefix("incoming") && $0.contains("/") }
            )
        }
    }

    static func text(_ count: Int, _ letter: Character = "a") -> [UInt8] {
        Array(String(repeating: letter, count: count).utf8)
    }

    static func claim(_ bytes: [UInt8], media: EvidenceMedia = .text) -> EvidenceClaim {
        EvidenceClaim(
            name: "a.txt", size: UInt64(bytes.count), sha256: RegistryCodec().sha256(bytes),
            media: media, visibility: .parties)
    }

    static func identifier(_ number: UInt64) -> EvidenceIdentifier {
        EvidenceIdentifier(high: 1, low: number)
    }

    /// What a piece of work is refused with, in words.
    static func fault(_ body: () async throws -> Void) async -> String {
        do {
            try await body()
            return "none"
        } catch let fault as EvidenceFault {
            switch fault {
            case .store(let error), .notKept(let error): return "\(error.code)"
            default: return "\(fault)"
            }
        } catch {
            return "\(error)"
        }
    }

    /// Brings bytes from `offset` on.
    static func bring(
        _ bytes: [UInt8], _ number: UInt64, from offset: UInt64 = 0, to directory: EvidenceDirectory
    ) async throws -> EvidenceDirectory.Stream {
        let stream = try await directory.open(
            identifier(number), owner: owner, offset: offset, at: now)
        for start in stride(from: 0, to: bytes.count, by: 1_000) {
            try await directory.write(Array(bytes[start...].prefix(1_000)), stream, at: now)
        }
        return stream
    }

    @Test("A file comes in pieces, is checked, and is then read by its content's name")
    func whole() async throws {
        let place = Place()
        let directory = try place.open { $0.syncBytes = 2_500 }
        let bytes = Self.text(10_000)
        let claim = Self.claim(bytes)
        #expect(
            try await directory.begin(Self.identifier(1), owner: Self.owner, claim, at: Self.now)
                == 0)
        let stream = try await Self.bring(bytes, 1, to: directory)
        try await directory.finish(stream)
        try await directory.conclude(stream)
        #expect(try await directory.read(claim.sha256, at: 0, count: 20_000) == bytes)
        #expect(try await directory.read(claim.sha256, at: 9_990, count: 20) == bytes.suffix(10))
        #expect(try await directory.read(claim.sha256, at: 10_000, count: 20) == [])
        #expect(try await directory.read([UInt8](repeating: 0, count: 32), at: 0, count: 1) == nil)
        let files = try place.files()
        #expect(files.incoming.isEmpty)
        #expect(files.contents.count == 1)
    }

    @Test("An upload goes on after a break and after a restart, from what has come")
    func resuming() async throws {
        let place = Place()
        let bytes = Self.text(5_000) + Self.text(5_000, "b")
        let claim = Self.claim(bytes)
        var directory: EvidenceDirectory? = try place.open()
        let first = try #require(directory)
        _ = try await first.begin(Self.identifier(1), owner: Self.owner, claim, at: Self.now)
        let broken = try await Self.bring(Array(bytes.prefix(3_000)), 1, to: first)
        try await first.release(broken)
        #expect(
            try await first.begin(Self.identifier(1), owner: Self.owner, claim, at: Self.now)
                == 3_000)
        let again = try await Self.bring(
            Array(bytes[3_000..<6_000]), 1, from: 3_000, to: first)
        #expect(
            await Self.fault { try await first.write([97], broken, at: Self.now) } == "takenOver")
        #expect(
            await Self.fault {
                _ = try await first.open(
                    Self.identifier(1), owner: Self.owner, offset: 6_001, at: Self.now)
            } == "beyond(present: 6000)")
        try await first.release(again)
        directory = nil
        let second = try place.open()
        #expect(
            try await second.begin(Self.identifier(1), owner: Self.owner, claim, at: Self.now)
                == 6_000)
        // Going back is allowed: the bytes from there on come again.
        let last = try await Self.bring(Array(bytes[2_000...]), 1, from: 2_000, to: second)
        try await second.finish(last)
        #expect(try await second.read(claim.sha256, at: 0, count: 20_000) == bytes)
    }

    @Test("A file that is not what was announced is refused, and nothing of it stays")
    func mismatches() async throws {
        let place = Place()
        let directory = try place.open()
        let bytes = Self.text(2_000)
        var wrong = Self.claim(bytes)
        wrong.sha256[0] ^= 1
        for (claim, expected) in [
            (wrong, "hashMismatch"), (Self.claim(bytes, media: .pdf), "mediaMismatch"),
        ] {
            _ = try await directory.begin(
                Self.identifier(1), owner: Self.owner, claim, at: Self.now)
            let stream = try await Self.bring(bytes, 1, to: directory)
            #expect(await Self.fault { try await directory.finish(stream) } == expected)
            let files = try place.files()
            #expect(files.incoming.isEmpty && files.contents.isEmpty)
        }
        let claim = Self.claim(bytes)
        _ = try await directory.begin(Self.identifier(1), owner: Self.owner, claim, at: Self.now)
        let short = try await Self.bring(Self.text(1_000), 1, to: directory)
        #expect(
            await Self.fault { try await directory.finish(short) } == "incomplete(present: 1000)")
        let long = try await Self.bring(Self.text(1_000), 1, from: 1_000, to: directory)
        #expect(
            await Self.fault { try await directory.write([97], long, at: Self.now) } == "tooLong")
        try await directory.finish(long)
    }

    @Test("An identifier is one partner's and one file's")
    func identity() async throws {
        let directory = try Place().open()
        let claim = Self.claim(Self.text(10))
        _ = try await directory.begin(Self.identifier(1), owner: Self.owner, claim, at: Self.now)
        var other = claim
        other.name = "b.txt"
        #expect(
            await Self.fault {
                _ = try await directory.begin(
                    Self.identifier(1), owner: Self.owner, other, at: Self.now)
            } == "otherContent")
        #expect(
            await Self.fault {
                _ = try await directory.open(
                    Self.identifier(1), owner: Fixtures.amazon, offset: 0, at: Self.now)
            } == "noSuchUpload")
    }

    @Test("A failing sync or rename refuses the file, which can be brought again")
    func failures() async throws {
        let place = Place()
        let fails = Mutex(false)
        let directory = try place.open { options in
            options.synchronise = { descriptor in
                fails.withLock { $0 } ? -1 : fsync(descriptor)
            }
        }
        let bytes = Self.text(100)
        let claim = Self.claim(bytes)
        _ = try await directory.begin(Self.identifier(1), owner: Self.owner, claim, at: Self.now)
        let unsynced = try await Self.bring(bytes, 1, to: directory)
        fails.withLock { $0 = true }
        #expect(await Self.fault { try await directory.finish(unsynced) } == "storageFailed")
        fails.withLock { $0 = false }
        #expect(try place.files().contents.isEmpty)
        // A directory in the place of the content: the rename fails.
        let digits = claim.sha256.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        let obstacle = "\(place.path)/\(digits[0])/\(digits.joined())/x"
        try FileManager.default.createDirectory(
            atPath: obstacle, withIntermediateDirectories: true)
        for expected in ["storageFailed", "none"] {
            #expect(
                try await directory.begin(
                    Self.identifier(1), owner: Self.owner, claim, at: Self.now) == 0)
            let stream = try await Self.bring(bytes, 1, to: directory)
            #expect(await Self.fault { try await directory.finish(stream) } == expected)
            try FileManager.default.removeItem(atPath: "\(place.path)/\(digits[0])")
        }
    }

    @Test("What one partner has announced is bounded, and idle uploads make room")
    func quotas() async throws {
        let directory = try Place().open { options in
            options.announcedFiles = 3
            options.announcedBytes = 5_000
            options.streamsPerPartner = 2
        }
        let claim = Self.claim(Self.text(1_000))
        for number in UInt64(1)...3 {
            _ = try await directory.begin(
                Self.identifier(number), owner: Self.owner, claim, at: Self.now)
        }
        let now = Self.now.millisecondsSince1970
        func begin(_ number: UInt64, _ claim: EvidenceClaim, later: Int64 = 0) async -> String {
            await Self.fault {
                _ = try await directory.begin(
                    Self.identifier(number), owner: Self.owner, claim,
                    at: Instant(millisecondsSince1970: now + later))
            }
        }
        #expect(await begin(4, claim) == "quota(RecoursStore.EvidenceFault.Quota.announcedFiles)")
        for number in UInt64(1)...2 {
            _ = try await directory.open(
                Self.identifier(number), owner: Self.owner, offset: 0, at: Self.now)
        }
        #expect(
            await Self.fault {
                _ = try await directory.open(
                    Self.identifier(3), owner: Self.owner, offset: 0, at: Self.now)
            } == "quota(RecoursStore.EvidenceFault.Quota.uploads)")
        // The two with a stream stay; the third was idle for long.
        #expect(await begin(4, claim, later: 11 * 60_000) == "none")
        #expect(
            await Self.fault {
                _ = try await directory.open(
                    Self.identifier(3), owner: Self.owner, offset: 0, at: Self.now)
            } == "noSuchUpload")
        // Streams that stand still give their places up.
        _ = try await directory.open(
            Self.identifier(4), owner: Self.owner, offset: 0,
            at: Instant(millisecondsSince1970: now + 12 * 60_000))
    }

    @Test("Given up uploads go after a day, and leftovers of a crash at the next start")
    func stale() async throws {
        let place = Place()
        var directory: EvidenceDirectory? = try place.open()
        let claim = Self.claim(Self.text(1_000))
        for number in UInt64(1)...2 {
            _ = try await directory?.begin(
                Self.identifier(number), owner: Self.owner, claim, at: Self.now)
        }
        let stream = try await Self.bring(Self.text(500), 1, to: try #require(directory))
        try await directory?.release(stream)
        let hour: Int64 = 3_600_000
        let now = Self.now.millisecondsSince1970
        let early = Instant(millisecondsSince1970: now + 23 * hour)
        let late = Instant(millisecondsSince1970: now + 25 * hour)
        #expect(try await directory?.removeStale(at: early).files == 0)
        #expect(try await directory?.removeStale(at: late).files == 2)
        #expect(try place.files().incoming.isEmpty)
        directory = nil
        let name = String(repeating: "0", count: 31) + "1"
        for (file, text) in [("part", "lost"), ("note", "{\"torn")] {
            try Data(text.utf8).write(
                to: URL(fileURLWithPath: "\(place.path)/incoming/\(name).\(file)"))
        }
        _ = try place.open()
        #expect(try place.files().incoming.isEmpty)
    }

    // MARK: Collecting

    static func keep(
        _ number: UInt64, _ bytes: [UInt8], _ directory: EvidenceDirectory, _ store: CaseStore?
    ) async throws {
        let claim = claim(bytes)
        _ = try await directory.begin(identifier(number), owner: owner, claim, at: now)
        let stream = try await bring(bytes, number, to: directory)
        try await directory.finish(stream)
        if let store {
            _ = await store.execute(
                EvidenceOrder.keep(
                    identifier(number), owner: owner, claim, at: now, in: directory))
        }
        try await directory.conclude(stream)
    }

    @Test("Collecting removes what no record names, and never what one does")
    func collecting() async throws {
        let place = Place()
        let directory = try place.open()
        let store = try CaseStore(backend: MemoryBackend(), codec: RegistryCodec()) { _ in }
        defer { store.close() }
        try await store.registerFixtures()
        let (named, orphan) = (Self.text(100), Self.text(100, "b"))
        try await Self.keep(1, named, directory, store)
        try await Self.keep(2, orphan, directory, nil)
        let collector = EvidenceCollector(store: store, directory: directory)
        var report = try await collector.run(at: Self.now)
        #expect(report.contents == EvidenceSweep(files: 1, bytes: 100))
        #expect(report.records == 0)
        #expect(try await directory.read(Self.claim(named).sha256, at: 0, count: 100) == named)
        #expect(try await directory.read(Self.claim(orphan).sha256, at: 0, count: 1) == nil)
        let week = Instant(
            millisecondsSince1970: Self.now.millisecondsSince1970 + 7 * 24 * 3_600_000 + 1)
        report = try await collector.run(at: week)
        #expect(report.records == 1)
        #expect(report.contents.files == 1)
        #expect(try await collector.run(at: week).isEmpty)
    }

    @Test("While a backup needs what there is, nothing is removed")
    func held() async throws {
        let directory = try Place().open()
        let store = try CaseStore(backend: MemoryBackend(), codec: RegistryCodec()) { _ in }
        defer { store.close() }
        try await Self.keep(1, Self.text(100), directory, nil)
        let collector = EvidenceCollector(store: store, directory: directory)
        try await directory.hold()
        try await directory.hold()
        #expect(try await collector.run(at: Self.now).isEmpty)
        try await directory.letGo()
        #expect(try await collector.run(at: Self.now).isEmpty)
        try await directory.letGo()
        #expect(try await collector.run(at: Self.now).contents.files == 1)
    }

    @Test("A server's own sweep leaves what is in place until its record is kept or refused")
    func awaited() async throws {
        let directory = try Place().open()
        let store = try CaseStore(backend: MemoryBackend(), codec: RegistryCodec()) { _ in }
        defer { store.close() }
        let collector = EvidenceCollector(store: store, directory: directory)
        let bytes = Self.text(100)
        // What an earlier upload has left is brought again.
        try await Self.keep(1, bytes, directory, nil)
        _ = try await directory.begin(
            Self.identifier(2), owner: Self.owner, Self.claim(bytes), at: Self.now)
        let stream = try await Self.bring(bytes, 2, to: directory)
        try await directory.finish(stream)
        #expect(try await collector.run(at: Self.now).isEmpty)
        try await directory.conclude(stream)
        #expect(try await collector.run(at: Self.now).contents.files == 1)
    }

    @Test("A disk without room takes no file, and says so before anything is sent")
    func room() async throws {
        let place = Place()
        var limits = StoreLimits()
        limits.reserveBytes = .max
        limits.reservePercent = 101
        let directory = try EvidenceDirectory(path: place.path, limits: limits) { TestHasher() }
        #expect(
            await Self.fault {
                _ = try await directory.begin(
                    Self.identifier(1), owner: Self.owner, Self.claim(Self.text(10)), at: Self.now)
            } == "storageFull")
        #expect(try place.files().incoming.isEmpty)
    }
}
