// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import StoreContract
import Testing

@testable import recoursd

@Suite("recoursd store copy", .timeLimit(.minutes(5)))
struct StoreCopyTests {
    /// A server with partners and cases, stopped.
    private func founded(cases: Int) async throws -> RealServer {
        let server = try RealServer()
        let association = try await server.join(.association, "ateliers")
        _ = try await server.join(.platform, "amazon")
        try await server.mandate("ateliers")
        let drafts = (1...cases).map { Filing.draft("R-\($0)") }
        for try await result in association.cases.submitAll(drafts) { _ = try result.outcome.get() }
        return server
    }

    @Test("An installation moves up: killed on the way, it goes on, and everything stays good")
    func movesUp() async throws {
        let server = try await founded(cases: 1_500)
        let database = try ThrowAwayPostgreSQL()
        let address = database.address
        let us = try server.client("ateliers")
        let key = IdempotencyKey()
        let filed = try await us.cases.submit(Filing.draft("kept"), key: key)
        let head = try await us.proofs.treeHead()
        let receipt = try await us.proofs.receipt(externalReference: "kept")
        let publicKey = try await us.proofs.publicKey()
        let pulled = try await server.client("amazon").inbox.pull(max: 700)
        let from = "sqlite:\(server.directory.path)"
        let words = ["store", "copy", "--from", from, "--to", "postgres:\(address)"]
        #expect(try Daemon(words).ended().status == 75)
        #expect(await server.stop().status == 0)

        var kills = 0
        for milliseconds in stride(from: 150, to: 900, by: 75) {
            let copying = try Daemon(words)
            try await Task.sleep(for: .milliseconds(milliseconds))
            copying.signal(SIGKILL)
            if copying.ended().status == 137 { kills += 1 }
        }
        #expect(kills > 0)
        let done = try Daemon(words).ended()
        #expect(done.status == 0, "\(done.errors)")
        let last = done.output.contains("nothing was done") || done.output.contains("equal")
        #expect(last && !done.output.contains("DIFFERS"), "\(done.output)")
        let again = try Daemon(words).ended()
        #expect(again.status == 0 && again.output.contains("nothing was done"))

        try server.start(["RECOURS_POSTGRES": address])
        let moved = try server.client("ateliers")
        let repeated = try await moved.cases.submit(Filing.draft("kept"), key: key)
        #expect(repeated.publicNumber == filed.publicNumber && repeated.alreadyFiled)
        let rest = try await server.client("amazon").inbox.pull(after: pulled.cursor, max: 1_000)
        #expect(rest.entries.count == 801)
        let grown = try await moved.proofs.treeHead(since: head)
        #expect(grown.size == head.size && grown.root == head.root)
        let same = try await moved.proofs.receipt(externalReference: "kept")
        #expect(try same.verify(publicKey).event == receipt.verify(publicKey).event)
        let fresh = try await moved.cases.submit(Filing.draft("after"))
        #expect(!fresh.alreadyFiled)
        #expect(await server.stop().status == 0)
        // What is served now has more than its source.
        let late = try Daemon(words).ended()
        #expect(late.status == 0 && late.output.contains("nothing was done"))
    }

    @Test("A destination with something else, a half copy and a wrong word are told as such")
    func refusals() async throws {
        let server = try await founded(cases: 3)
        #expect(await server.stop().status == 0)
        let other = try Daemon.Directory()
        let directory = server.directory.path
        let occupied = try Daemon.run(
            "store", "copy", "--from", "sqlite:\(directory)", "--to",
            "sqlite:\(other.path)/store")
        #expect(occupied.status == 73 && occupied.errors.contains("partner (1)"))
        let missing = try Daemon.run(
            "store", "copy", "--from", "sqlite:\(directory)/none", "--to", "sqlite:\(directory)/x")
        #expect(missing.status == 78 && missing.errors.contains("there is no store"))
        #expect(!FileManager.default.fileExists(atPath: "\(directory)/none"))
        let wrong = try Daemon.run("store", "copy", "--from", "mysql:x", "--to", "postgres:")
        #expect(wrong.status == 78 && wrong.errors.contains("names no store"))
        let itself = try Daemon.run(
            "store", "copy", "--from", "sqlite:\(directory)", "--to", "sqlite:\(directory)")
        #expect(itself.status == 78)
    }

    @Test("A database that was set back becomes another store: cursors end, and what was erased")
    func setBack() async throws {
        let database = try ThrowAwayPostgreSQL()
        let server = try RealServer(postgres: database.address)
        let association = try await server.join(.association, "ateliers")
        let amazon = try await server.join(.platform, "amazon")
        try await server.mandate("ateliers")
        let filed = try await association.cases.submit(Filing.draft("R-1"))
        let erased = try await association.cases.get(externalReference: "R-1").id
        let pulled = try await amazon.inbox.pull(max: 10)
        let place = "postgres:\(database.address)"
        #expect(try Daemon.run("store", "restored", place).status == 75)
        #expect(await server.stop().status == 0)

        let list = "\(server.directory.path)/erased.txt"
        let digits = erased.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let wrong = "00000000-0000-0000-0000-000000000001\nnothing\n"
        try wrong.write(toFile: list, atomically: true, encoding: .utf8)
        let refused = try Daemon.run("store", "restored", place, "--erasures", list)
        #expect(refused.status == 78 && refused.errors.contains("line 2"))
        try "\(digits)\n".write(toFile: list, atomically: true, encoding: .utf8)
        let done = try Daemon.run("store", "restored", place, "--erasures", list)
        #expect(done.status == 0 && done.output.contains("erases 1 cases again"), "\(done.errors)")

        try server.start()
        let stale = await #expect(throws: RecoursError.self) {
            try await server.client("amazon").inbox.pull(after: pulled.cursor)
        }
        #expect(stale?.reason == "CURSOR_EXPIRED")
        let us = try server.client("ateliers")
        let gone = await #expect(throws: RecoursError.self) {
            try await us.cases.get(externalReference: "R-1")
        }
        #expect(gone?.code == .notFound)
        let next = try await us.cases.submit(Filing.draft("R-2"))
        #expect(next.publicNumber != filed.publicNumber)
        #expect(await server.stop().status == 0)
    }
}
