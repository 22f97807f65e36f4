// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import Testing

@testable import recoursd

@Suite("A scanner that looks at files", .timeLimit(.minutes(1)))
struct ScanTests {
    /// The file that every scanner takes for infected; in two, so that none takes this one.
    private static let eicar =
        #"X5O!P%@AP[4\PZX54(P^)7CC)7}$"# + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

    /// A scanner with clamscan's statuses, told by files beside it to fail or to wait.
    private struct Scanner {
        let folder: URL
        var program: String { folder.appendingPathComponent("scan").path }

        init() throws {
            folder = FileManager.default.temporaryDirectory
                .appendingPathComponent("scan-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let script = """
                #!/bin/sh
                cd "$(dirname "$0")"
                echo "$2" >> seen
                while [ -e wait ]; do sleep 0.05; done
                [ -e fail ] && { echo "no database" >&2; exit 2; }
                grep -q EICAR-STANDARD "$2" && exit 1
                exit 0
                """
            try Data(script.utf8).write(to: URL(fileURLWithPath: program))
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: program)
        }

        var environment: [String: String] {
            [
                "RECOURS_EVIDENCE_SCAN_COMMAND": "[\"\(program)\", \"--quiet\"]",
                "RECOURS_LOG_LEVEL": "info",
            ]
        }

        func tell(_ word: String, _ isTold: Bool) throws {
            let file = folder.appendingPathComponent(word)
            if isTold {
                try Data().write(to: file)
            } else {
                try FileManager.default.removeItem(at: file)
            }
        }

        var seen: [Substring] {
            let file = folder.appendingPathComponent("seen")
            return (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
        }
    }

    private func upload(_ text: String, _ client: RecoursClient) async throws -> Evidence {
        try await client.evidence.upload(
            .bytes(Array(text.utf8)), as: EvidenceDescription(name: "note.txt", media: .text))
    }

    private func judged(_ id: [UInt8], _ client: RecoursClient) async throws -> EvidenceScan {
        while true {
            let scan = try await client.evidence.get(id: id).scan
            if scan != .pending { return scan }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    @Test("What is infected is served to nobody, and everybody concerned sees why")
    func infected() async throws {
        let scanner = try Scanner()
        defer { try? FileManager.default.removeItem(at: scanner.folder) }
        let server = try RealServer(scanner.environment)
        let association = try await server.join(.association, "ateliers")
        let platform = try await server.join(.platform, "amazon")
        let mediator = try await server.join(.mediator, "durand")
        try await server.mandate("ateliers")
        let harmful = try await upload(Self.eicar, association)
        let clean = try await upload("A note.", association)
        #expect(try await judged(harmful.id, association) == .infected)
        #expect(try await judged(clean.id, association) == .clean)
        var draft = Filing.draft("R-1")
        draft.evidenceIDs = [harmful.id, clean.id]
        let filed = try await association.cases.submit(draft)
        for viewer in [association, platform, mediator] {
            let listed = try await viewer.evidence.list(caseID: filed.caseID)
            #expect(Set(listed.map(\.scan)) == [.infected, .clean])
            let refused = await #expect(throws: RecoursError.self) {
                try await viewer.evidence.download(id: harmful.id)
            }
            #expect(refused?.code == .failedPrecondition && refused?.reason == "INFECTED")
            let served = try await viewer.evidence.download(id: clean.id)
            #expect(served.bytes == Array("A note.".utf8))
        }
        // An absolute path, of the content as it lies in the store.
        #expect(scanner.seen.allSatisfy { $0.hasPrefix("\(server.store)/evidence/") })
        let ended = await server.stop()
        #expect(ended.status == 0)
        #expect(ended.errors.contains("infected"))
        #expect(!ended.errors.contains("note.txt"))
    }

    @Test("A scanner that fails or hangs holds up no upload, and after a restart all are looked at")
    func trouble() async throws {
        let scanner = try Scanner()
        defer { try? FileManager.default.removeItem(at: scanner.folder) }
        try scanner.tell("fail", true)
        let server = try RealServer(scanner.environment)
        var association = try await server.join(.association, "ateliers")
        let first = try await upload(Self.eicar, association)
        while scanner.seen.count < 2 { try await Task.sleep(for: .milliseconds(20)) }
        #expect(try await association.evidence.get(id: first.id).scan == .pending)
        // Served meanwhile, its state with it: no case waits for a scanner.
        let meanwhile = try await association.evidence.download(id: first.id)
        #expect(meanwhile.evidence.scan == .pending)
        try scanner.tell("fail", false)
        try scanner.tell("wait", true)
        var others: [Evidence] = []
        for number in 1...5 { others.append(try await upload("Note \(number).", association)) }
        while scanner.seen.count < 4 { try await Task.sleep(for: .milliseconds(20)) }
        try await Task.sleep(for: .milliseconds(200))
        #expect(scanner.seen.count == 4, "two at once")
        // A look under way does not hold up the end.
        let start = ContinuousClock.now
        let ended = await server.stop()
        #expect(ended.status == 0 && ContinuousClock.now - start < .seconds(10))
        #expect(ended.errors.contains("it ended with 2: no database"), "\(ended.errors)")

        try server.start()
        association = try server.client("ateliers")
        #expect(try await association.evidence.get(id: first.id).scan == .pending, "no scanner")
        await server.stop()
        try scanner.tell("wait", false)
        try server.start(scanner.environment)
        association = try server.client("ateliers")
        #expect(try await judged(first.id, association) == .infected)
        for other in others { #expect(try await judged(other.id, association) == .clean) }
        await server.stop()
    }

    @Test("A scanner that cannot be run is refused at the start, under its own setting's name")
    func wrongCommand() throws {
        let directory = try Daemon.Directory()
        let ended = try Daemon(
            ["serve", "--config", directory.path, "--check"],
            environment: ["RECOURS_EVIDENCE_SCAN_COMMAND": "/nonexistent/clamscan"]
        ).ended()
        #expect(ended.status == 78)
        #expect(ended.errors.contains("evidence.scanCommand"), "\(ended.errors)")
    }
}
