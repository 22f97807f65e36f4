// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import Testing

@testable import recoursd

@Suite("Backups", .timeLimit(.minutes(3)))
struct BackupTests {
    private static let sandbox = ["RECOURS_CLOCK_SANDBOX": "true"]

    /// A server with partners and a few cases, one of them with a file.
    private func founded() async throws -> RealServer {
        let server = try RealServer(Self.sandbox)
        let association = try await server.join(.association, "ateliers")
        _ = try await server.join(.platform, "amazon")
        try await server.mandate("ateliers")
        let file = try await association.evidence.upload(
            .bytes(Array("The seller's letter.\n".utf8)),
            as: EvidenceDescription(name: "letter.txt", media: .text))
        var draft = Filing.draft("R-1")
        draft.evidenceIDs = [file.id]
        _ = try await association.cases.submit(draft)
        for number in 2...4 {
            _ = try await association.cases.submit(Filing.draft("R-\(number)"))
        }
        return server
    }

    private func backUp(_ server: RealServer) async throws -> String {
        let made = try await server.client("operator").operator.backUp()
        return "\(server.directory.path)/backups/\(made.name)"
    }

    private func copy(_ path: String) throws -> String {
        let copied = path + "-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: path, toPath: copied)
        return copied
    }

    // MARK: Making and restoring

    @Test("What was acknowledged before a backup began is in it, and a restored store goes on")
    func drill() async throws {
        let server = try await founded()
        let association = try server.client("ateliers")
        let amazon = try server.client("amazon")
        let filing = Task {
            var acknowledged: [String: String] = [:]
            var number = 0
            while let receipt = try? await association.cases.submit(Filing.draft("L-\(number)")) {
                acknowledged["L-\(number)"] = receipt.publicNumber
                number += 1
            }
            return acknowledged
        }
        try await Task.sleep(for: .milliseconds(300))
        let before = try await association.cases.submit(Filing.draft("before"))
        let path = try await backUp(server)
        let after = try await association.cases.submit(Filing.draft("after"))
        let late = try await amazon.inbox.pull(max: 1_000)
        filing.cancel()
        let numbers = Set(await filing.value.values).union([after.publicNumber])
        #expect(await server.stop().status == 0)
        #expect(try Daemon.run("verify", path).status == 0)

        let store = "\(server.directory.path)/restored"
        let restored = try Daemon.run("restore", "--from", path, "--to", store)
        #expect(restored.status == 0, "\(restored.errors)")
        try server.start(Self.sandbox.merging(["RECOURS_STORE": store]) { $1 })
        let us = try server.client("ateliers")
        let found = try await us.cases.get(externalReference: "before")
        #expect(found.publicNumber == before.publicNumber)
        let lost = await #expect(throws: RecoursError.self) {
            try await us.cases.get(externalReference: "after")
        }
        #expect(lost?.code == .notFound)
        let stale = await #expect(throws: RecoursError.self) {
            try await server.client("amazon").inbox.pull(after: late.cursor)
        }
        #expect(stale?.reason == "CURSOR_EXPIRED")
        // Filed once more, as by a client that was told to begin again: under another number.
        let again = try await us.cases.submit(Filing.draft("after"))
        #expect(!again.alreadyFiled && !numbers.contains(again.publicNumber))
        let first = try await us.cases.get(externalReference: "R-1")
        let pieces = try await us.evidence.list(caseID: first.id)
        #expect(pieces.count == 1)
        for piece in pieces {
            let letter = Array("The seller's letter.\n".utf8)
            #expect(try await us.evidence.download(id: piece.id).bytes == letter)
        }
        #expect(await server.stop().status == 0)
        let whole = try Daemon.run("verify", store, "--against", path)
        #expect(whole.status == 0, "\(whole.errors)")
    }

    @Test("A backup that was killed leaves nothing that passes for one, and the next removes it")
    func unfinished() async throws {
        let server = try await founded()
        let path = try await backUp(server)
        let partial = path + ".partial"
        // Not of our making, and so not ours to remove.
        let foreign = "\(server.directory.path)/backups/mine.partial"
        try FileManager.default.createDirectory(
            atPath: foreign, withIntermediateDirectories: false)
        try FileManager.default.copyItem(atPath: path, toPath: partial)
        try FileManager.default.removeItem(atPath: "\(partial)/MANIFEST")
        let verified = try Daemon.run("verify", partial)
        #expect(verified.status == 65)
        #expect(verified.errors.contains("MANIFEST: it is not there"), "\(verified.errors)")
        let restored = try Daemon.run(
            "restore", "--from", partial, "--to", "\(server.directory.path)/x")
        #expect(restored.status == 65)
        #expect(!FileManager.default.fileExists(atPath: "\(server.directory.path)/x"))
        _ = try await backUp(server)
        #expect(!FileManager.default.fileExists(atPath: partial))
        #expect(FileManager.default.fileExists(atPath: foreign))
        #expect(await server.stop().status == 0)
    }

    @Test("Only the server backs up a store that it serves, and one backup at a time")
    func whoMay() async throws {
        let server = try await founded()
        let config = server.directory.path
        for words in [["backup", "--config", config], ["verify", config]] {
            let refused = try Daemon(words).ended()
            #expect(refused.status == 75, "\(words): \(refused.errors)")
        }
        let root = try server.client("operator")
        let outcomes = await withTaskGroup(of: StatusCode?.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do throws(RecoursError) {
                        _ = try await root.operator.backUp()
                        return nil
                    } catch {
                        return error.code
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.contains(nil) && outcomes.allSatisfy { $0 == nil || $0 == .aborted })
        #expect(await server.stop().status == 0)
        let stopped = try Daemon.run("backup", "--config", config)
        #expect(stopped.status == 0 && stopped.output.contains("4 cases"), "\(stopped.errors)")

        try server.start(["RECOURS_BACKUP_DIRECTORY": "", "RECOURS_CLOCK_SANDBOX": "true"])
        let refused = await #expect(throws: RecoursError.self) {
            try await server.client("operator").operator.backUp()
        }
        #expect(refused?.reason == "NO_BACKUP_DIRECTORY")
        #expect(await server.stop().status == 0)
    }

    @Test("A restore overwrites nothing, and takes only a later list of erased cases")
    func restoring() async throws {
        let server = try await founded()
        let us = try server.client("ateliers")
        let root = try server.client("operator")
        func erase(_ reference: String) async throws {
            let id = try await us.cases.get(externalReference: reference).id
            _ = try await us.cases.withdraw(id: id, reason: "No longer.")
            _ = try await root.retention.erase(id: id, reason: "asked for")
        }
        try await erase("R-1")
        let path = try await backUp(server)
        try await erase("R-2")
        #expect(await server.stop().status == 0)
        let list = "\(server.store)/erasures.log"
        let full = try Daemon.run("restore", "--from", path, "--to", server.store)
        #expect(full.status == 73, "\(full.errors)")
        let foreign = "\(server.directory.path)/foreign.log"
        try "".write(toFile: foreign, atomically: true, encoding: .utf8)
        let store = "\(server.directory.path)/restored"
        let earlier = try Daemon.run(
            "restore", "--from", path, "--to", store, "--erasures", foreign)
        #expect(earlier.status == 74 && earlier.errors.contains("does not continue"))
        let restored = try Daemon.run(
            "restore", "--from", path, "--to", store, "--erasures", list)
        #expect(restored.status == 0, "\(restored.errors)")
        try server.start(Self.sandbox.merging(["RECOURS_STORE": store]) { $1 })
        for (reference, isErased) in [("R-2", true), ("R-3", false)] {
            let id = try? await server.client("ateliers").cases.get(externalReference: reference)
            // An erased case has lost its submitter's own name for it.
            #expect((id == nil) == isErased, "\(reference)")
        }
        let ended = await server.stop()
        #expect(ended.errors.contains("erased again") && ended.status == 0, "\(ended.errors)")
    }

    // MARK: Verifying

    @Test("Whatever is done to a backup's files is found, and the file is named")
    func torn() async throws {
        let server = try await founded()
        let path = try await backUp(server)
        #expect(await server.stop().status == 0)
        let names = ["MANIFEST", "SHA256SUMS", "HEADS", "store.sqlite", "public.pem"]
        let evidence = try #require(
            FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String }.first {
                $0.hasPrefix("evidence/") && $0.count > 20
            })
        for name in names + [evidence] {
            let copied = try copy(path)
            let size = try Data(contentsOf: URL(fileURLWithPath: "\(copied)/\(name)")).count
            for offset in stride(from: 0, to: size, by: max(1, size / 5)) {
                try Breakage.flip("\(copied)/\(name)", at: offset)
                let found = try Daemon.run("verify", copied)
                #expect(found.status == 65, "\(name) at \(offset): \(found.errors)")
                try Breakage.flip("\(copied)/\(name)", at: offset)
            }
            #expect(try Daemon.run("verify", copied).status == 0)
            try FileManager.default.removeItem(atPath: "\(copied)/\(name)")
            let without = try Daemon.run("verify", copied)
            #expect(without.status == 65, "without \(name): \(without.errors)")
            #expect(
                try Daemon.run("restore", "--from", copied, "--to", "\(copied)-to").status == 65)
        }
        let more = try copy(path)
        for name in ["more", "\u{1B}[2J"] {
            try "x".write(
                toFile: "\(more)/evidence/\(name)", atomically: true, encoding: .utf8)
        }
        let added = try Daemon.run("verify", more)
        #expect(added.status == 65 && added.errors.contains("evidence/more: it is not on the list"))
        #expect(!added.errors.contains("\u{1B}"))
        let other = try Daemon.Directory()
        let key = "\(other.path)/proof/public.pem"
        #expect(try Daemon.run("verify", path, "--key", key).status == 65)
        let own = "\(server.directory.path)/proof/public.pem"
        #expect(try Daemon.run("verify", path, "--key", own).status == 0)
    }

    /// What somebody who may write the database's file changes, and how it is called.
    static let edits: [(sql: String, named: String)] = [
        ("UPDATE cases SET state = 9 WHERE row = 2", "checksum does not fit"),
        (
            "UPDATE cases SET snapshot = (SELECT snapshot FROM cases WHERE row = 3) WHERE row = 2",
            "checksum does not fit"
        ),
        (
            "UPDATE event SET bytes = zeroblob(20) WHERE number = (2 << 16) + 1",
            "Event 1 of the case in row 2 is damaged"
        ),
        (
            "UPDATE event SET salt = randomblob(32) WHERE number = (2 << 16) + 1",
            "Event 1 of the case in row 2 is damaged"
        ),
        ("DELETE FROM event WHERE number = (3 << 16) + 2", "event 2 is missing"),
        (
            "UPDATE event SET place = 0 WHERE number = (3 << 16) + 1",
            "Event 1 of the case in row 3 is damaged"
        ),
        (
            "DELETE FROM event WHERE number >> 16 = 3; DELETE FROM cases WHERE row = 3",
            "leaves for"
        ),
        (
            "UPDATE tree_node SET hash = randomblob(32) WHERE level = 0 AND place = 1",
            "does not stand in"
        ),
        ("UPDATE evidence SET name = 'other.txt'", "its checksum does not fit"),
        ("UPDATE evidence SET case_row = 77", "files attached to cases that are not there"),
        ("DELETE FROM inbox_entry WHERE position = 1", "inboxes whose entries"),
        ("UPDATE idempotency_key SET event = 1 << 40", "idempotency keys of events"),
        ("UPDATE partner_key SET partner = 99", "keys of partners"),
    ]

    @Test("What was changed by hand in a store is found, and named", arguments: edits)
    func changedByHand(_ edit: (sql: String, named: String)) async throws {
        let store = try await Founded.shared.store()
        defer { try? FileManager.default.removeItem(atPath: store) }
        try #require(
            try Breakage.sql("PRAGMA foreign_keys = OFF; \(edit.sql);", on: "\(store)/store.sqlite")
        )
        let found = try Daemon.run("verify", store)
        #expect(found.status == 65, "\(edit.sql): \(found.output)")
        #expect(found.errors.contains(edit.named), "\(edit.sql): \(found.errors)")
    }

    @Test("A store that was set back shows beside a backup made before")
    func setBack() async throws {
        let server = try await founded()
        let early = try copy(server.store)
        _ = try await server.client("ateliers").cases.submit(Filing.draft("R-5"))
        let path = try await backUp(server)
        #expect(await server.stop().status == 0)
        #expect(try Daemon.run("verify", server.store, "--against", path).status == 0)
        let found = try Daemon.run("verify", early, "--against", path)
        #expect(found.status == 65, "\(found.errors)")
        #expect(found.errors.contains("the tree of association/ateliers: it does not continue"))
    }
}

/// One store for all that is done to copies of it.
private actor Founded {
    static let shared = Founded()
    private var made: (server: RealServer, path: String)?

    /// A copy of it.
    func store() async throws -> String {
        if made == nil {
            let server = try RealServer()
            let association = try await server.join(.association, "ateliers")
            _ = try await server.join(.platform, "amazon")
            try await server.mandate("ateliers")
            let file = try await association.evidence.upload(
                .bytes(Array("The seller's letter.\n".utf8)),
                as: EvidenceDescription(name: "letter.txt", media: .text))
            for number in 1...4 {
                var draft = Filing.draft("R-\(number)")
                if number == 1 { draft.evidenceIDs = [file.id] }
                _ = try await association.cases.submit(draft)
            }
            _ = await server.stop()
            made = (server, server.store)
        }
        let path = try #require(made?.path)
        let copied = path + "-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: path, toPath: copied)
        return copied
    }
}
