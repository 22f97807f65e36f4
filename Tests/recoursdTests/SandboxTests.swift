// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import StoreContract
import Testing

@testable import recoursd

@Suite("A sandbox that notifies", .timeLimit(.minutes(2)))
struct SandboxTests {
    /// The notifications so far, as the command kept them.
    private func told(_ path: String) throws -> [[String: Any]] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        return try text.split(separator: "\n").map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test("Silence is told through the operator's command, and moved time outlives a restart")
    func silence() async throws {
        let folder = try Daemon.Directory()
        let file = "\(folder.path)/told"
        // One line a run, written at once: four may run together.
        let environment = [
            "RECOURS_CLOCK_SANDBOX": "true",
            "RECOURS_NOTIFY_COMMAND":
                "[\"/bin/sh\", \"-c\", \"line=$(cat); echo \\\"$line\\\" >> \(file)\"]",
        ]
        let server = try RealServer(environment)
        let association = try await server.join(.association, "ateliers")
        _ = try await server.join(.platform, "amazon")
        try await server.mandate("ateliers")
        let receipt = try await association.cases.submit(Filing.draft("R-1"))
        let root = try server.client("operator")
        let moved = try await root.operator.advanceClock(by: .seconds(25 * 86_400))
        #expect(moved.acted > 8)
        while try told(file).count(where: { $0["kind"] as? String == "mediator_overdue" }) == 0 {
            try await Task.sleep(for: .milliseconds(20))
        }
        let all = try told(file)
        let kinds = Set(all.compactMap { $0["kind"] as? String })
        #expect(
            kinds.isSuperset(of: ["deadline_missed", "escalated", "new_mediation"]), "\(kinds)")
        #expect(Set(all.compactMap { $0["id"] as? String }).count == all.count)
        #expect(all.allSatisfy { $0["case_number"] as? String == receipt.publicNumber })
        // Nothing that a party wrote leaves this way.
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(!text.contains("Camille") && !text.contains("taken down"))
        #expect(text.contains("\"name\": \"The amazon\""))
        #expect(await server.stop().status == 0)

        let real = try Daemon(["serve", "--config", server.directory.path]).ended()
        #expect(real.status == 78)
        #expect(real.errors.contains("clock.sandbox"), "\(real.errors)")
        try server.start(environment)
        let again = try server.client("operator")
        let clock = try await again.operator.clock()
        #expect(clock.nowMs >= moved.nowMs)
        #expect(clock.nowMs - clock.machineMs > 24 * 86_400_000)
        #expect(try await again.partners.whoAmI().sandbox)
        let ended = await server.stop()
        #expect(ended.status == 0)
        #expect(ended.errors.contains("SANDBOX"))
    }

    @Test("Of two servers on one database one tells; the other goes on when it is killed")
    func oneTells() async throws {
        let folder = try Daemon.Directory()
        let file = "\(folder.path)/told"
        let silent = ["RECOURS_CLOCK_SANDBOX": "true"]
        let telling = silent.merging([
            "RECOURS_NOTIFY_COMMAND":
                "[\"/bin/sh\", \"-c\", \"line=$(cat); sleep 0.3; echo \\\"$line\\\" >> \(file)\"]"
        ]) { $1 }
        let database = try ThrowAwayPostgreSQL()
        // One that has nothing to tell with takes no turn.
        let server = try RealServer(silent, postgres: database.address)
        let association = try await server.join(.association, "ateliers")
        _ = try await server.join(.platform, "amazon")
        try await server.mandate("ateliers")
        let words = ["serve", "--config", server.directory.path, "--listen", "127.0.0.1:0"]
        let first = try Daemon(words, environment: telling)
        _ = try first.port()
        // It has the turn by then.
        try await Task.sleep(for: .seconds(2))
        let other = try Daemon(words, environment: telling)
        _ = try other.port()
        _ = try await association.cases.submit(Filing.draft("R-1"))
        let root = try server.client("operator")
        _ = try await root.operator.advanceClock(by: .seconds(25 * 86_400))
        while try told(file).count < 3 { try await Task.sleep(for: .milliseconds(20)) }
        first.signal(SIGKILL)
        let before = try told(file).compactMap { $0["id"] as? String }
        #expect(Set(before).count == before.count)
        while try told(file).count(where: { $0["kind"] as? String == "mediator_overdue" }) == 0 {
            try await Task.sleep(for: .milliseconds(20))
        }
        try await Task.sleep(for: .seconds(2))
        let all = try told(file).compactMap { $0["id"] as? String }
        // What was told in the last second, and what four runs were about, may be told again.
        #expect(all.count - Set(all).count <= before.count + 4)
        #expect(Set(all).count > 8)
        other.signal(SIGTERM)
        #expect(first.ended().status == 137 && other.ended().status == 0)
        await server.stop()
    }

    @Test("A command that cannot be run is refused at the start and by --check")
    func wrongCommand() throws {
        let directory = try Daemon.Directory()
        for more in [["--check"], ["--listen", "127.0.0.1:0"]] {
            let ended = try Daemon(
                ["serve", "--config", directory.path] + more,
                environment: ["RECOURS_NOTIFY_COMMAND": "/nonexistent/notify"]
            ).ended()
            #expect(ended.status == 78)
            #expect(ended.errors.contains("/nonexistent/notify"), "\(ended.errors)")
        }
    }
}
