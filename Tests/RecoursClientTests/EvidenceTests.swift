// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursTesting
import Synchronization
import Testing

@Suite("Evidence, through the client", .timeLimit(.minutes(1)))
struct EvidenceTests {
    private static let bytes = Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 7, count: 700_000)
    private static let description = EvidenceDescription(name: "preuve.pdf", media: .pdf)

    @Test("A file goes up from disk, is named in a case, and comes down to disk by its party")
    func roundTrip() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        let platform = try await server.client(.platform, "amazon")
        try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        let directory = NSTemporaryDirectory() + "recours-client-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let source = "\(directory)/preuve.pdf"
        try Data(Self.bytes).write(to: URL(fileURLWithPath: source))

        let sent = Mutex<UInt64>(0)
        let evidence = try await association.evidence.upload(
            .file(source), as: Self.description
        ) { count in sent.withLock { $0 = count } }
        let total = sent.withLock { $0 }
        #expect(total == UInt64(Self.bytes.count))
        #expect(try await association.evidence.list().map(\.id) == [evidence.id])
        var draft = Drafts.draft("R-1")
        draft.evidenceIDs = [evidence.id]
        let receipt = try await association.cases.submit(draft)
        let listed = try await platform.evidence.list(caseID: receipt.caseID)
        #expect(listed.map(\.name) == ["preuve.pdf"])

        // What an earlier attempt has left is not fetched again.
        let target = "\(directory)/copie.pdf"
        try Data(Self.bytes.prefix(300_000)).write(to: URL(fileURLWithPath: target + ".part"))
        let first = Mutex<UInt64?>(nil)
        _ = try await platform.evidence.download(id: evidence.id, to: target) { count in
            first.withLock { $0 = $0 ?? count }
        }
        let firstCount = first.withLock { $0 } ?? 0
        #expect(firstCount > 300_000)
        #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == Data(Self.bytes))
        #expect(!FileManager.default.fileExists(atPath: target + ".part"))
        // A wrong beginning is found out, and the next attempt begins anew.
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: target + ".part"))
        await #expect(throws: RecoursError.self) {
            _ = try await platform.evidence.download(id: evidence.id, to: target)
        }
        _ = try await platform.evidence.download(id: evidence.id, to: target)
        #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == Data(Self.bytes))
        await server.stop()
    }

    @Test("The same key is the same file, in memory or on disk, and uploads nothing twice")
    func repeated() async throws {
        let server = try await RecoursTestServer.start()
        let association = try await server.client(.association, "ateliers")
        let key = IdempotencyKey()
        let first = try await association.evidence.upload(
            .bytes(Self.bytes), as: Self.description, key: key)
        let sent = Mutex(0)
        let second = try await association.evidence.upload(
            .bytes(Self.bytes), as: Self.description, key: key
        ) { _ in sent.withLock { $0 += 1 } }
        #expect(first == second)
        let sentAgain = sent.withLock { $0 }
        #expect(sentAgain == 0)
        #expect(try await association.evidence.download(id: first.id).bytes == Self.bytes)
        do throws(RecoursError) {
            _ = try await association.evidence.upload(
                .bytes([1, 2, 3]), as: Self.description, key: IdempotencyKey())
            Issue.record("three bytes passed as a PDF")
        } catch {
            #expect(error.violations.map(\.code) == ["MEDIA_MISMATCH"])
        }
        await server.stop()
    }
}
