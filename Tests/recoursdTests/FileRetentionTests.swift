// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import Testing

@Suite("Files half a year after their case has closed", .timeLimit(.minutes(1)))
struct FileRetentionTests {
    private static let text = "What the seller wrote on 12 January."

    /// A case with a file, withdrawn.
    private func closed(
        _ reference: String, _ association: RecoursClient
    ) async throws -> (caseID: [UInt8], file: Evidence) {
        let file = try await association.evidence.upload(
            .bytes(Array("\(Self.text) \(reference)".utf8)),
            as: EvidenceDescription(
                name: "\(reference).txt", media: .text, sourceURL: "https://example.fr/a"))
        var draft = Filing.draft(reference)
        draft.evidenceIDs = [file.id]
        let filed = try await association.cases.submit(draft)
        _ = try await association.cases.withdraw(id: filed.caseID)
        return (filed.caseID, file)
    }

    private func path(_ file: Evidence, _ server: RealServer) -> String {
        let name = file.sha256.map { String(format: "%02x", $0) }.joined()
        return "\(server.store)/evidence/\(name.prefix(2))/\(name)"
    }

    private func counts(
        _ root: RecoursClient
    ) async throws -> (due: UInt64, held: UInt64) {
        let run = try await root.retention.run(RunRetentionRequest(dryRun: true))
        let count = try #require(run.counts.first { $0.reason == .evidence })
        #expect(run.counts.allSatisfy { $0.reason == .evidence || $0.due == 0 })
        return (count.due, count.held)
    }

    @Test("They go from the disk and say so; their case, its receipts and what is held stay")
    func retention() async throws {
        let server = try RealServer(["RECOURS_CLOCK_SANDBOX": "true"])
        let association = try await server.join(.association, "ateliers")
        let mediator = try await server.join(.mediator, "durand")
        _ = try await server.join(.platform, "amazon")
        try await server.mandate("ateliers")
        let root = try server.client("operator")
        let one = try await closed("R-1", association)
        let two = try await closed("R-2", association)
        let held = try await closed("R-3", association)
        _ = try await mediator.mediation.setLegalHold(id: held.caseID, reason: "A court asks.")
        let early = try await association.proofs.receipt(of: one.caseID, sequence: 1)

        _ = try await root.operator.advanceClock(by: .seconds(178 * 86_400))
        #expect(try await counts(root) == (0, 0))
        _ = try await root.operator.advanceClock(by: .seconds(10 * 86_400))
        #expect(try await counts(root) == (2, 1))
        let refused = await #expect(throws: RecoursError.self) {
            try await root.retention.run(RunRetentionRequest(ceiling: 1))
        }
        #expect(refused?.violations.map(\.fieldPath) == ["ceiling"])
        for (_, file) in [one, two, held] {
            #expect(FileManager.default.fileExists(atPath: path(file, server)))
        }

        let run = try await root.retention.run(RunRetentionRequest(ceiling: 2))
        #expect(run.erased == 2 && run.spared == 0)
        for (caseID, file) in [one, two] {
            #expect(!FileManager.default.fileExists(atPath: path(file, server)))
            let known = try await association.evidence.get(id: file.id)
            #expect(known.erasedAtMs > file.createdAtMs && known.sha256 == file.sha256)
            #expect(known.name.isEmpty && known.sourceURL.isEmpty)
            #expect(try await association.evidence.list(caseID: caseID) == [known])
            let gone = await #expect(throws: RecoursError.self) {
                try await association.evidence.download(id: file.id)
            }
            #expect(gone?.code == .failedPrecondition && gone?.reason == "ERASED")
        }
        #expect(try await counts(root) == (0, 1), "what is erased is due no more")
        let kept = try await association.evidence.download(id: held.file.id)
        #expect(kept.bytes == Array("\(Self.text) R-3".utf8))

        // The case is what it was, and so is what proves it.
        let (found, events) = try await association.cases.history(id: one.caseID)
        #expect(found.state == .withdrawn && found.draft?.facts.isEmpty == false)
        #expect(found.draft?.evidenceIDs == [one.file.id])
        #expect(events.first?.payload != nil)
        let key = try await association.proofs.publicKey()
        let late = try await association.proofs.receipt(of: one.caseID, sequence: 1)
        for receipt in [early, late] {
            #expect(try receipt.verify(key).event?.kind == .submitted)
        }

        _ = try await mediator.mediation.liftLegalHold(id: held.caseID, reason: "It is over.")
        #expect(try await root.retention.run().erased == 1)
        #expect(!FileManager.default.fileExists(atPath: path(held.file, server)))
        #expect(await server.stop().status == 0)
    }
}
