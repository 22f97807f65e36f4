// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import RecoursServer
import Testing

@testable import recoursd

@Suite("Reloads", .timeLimit(.minutes(1)))
struct ReloadTests {
    private func configuration(_ texts: [String: String]) throws -> Configuration {
        var settings = Settings()
        for (name, text) in texts { try settings.read(flag: "--x", for: name, text: text) }
        return try Configuration(settings, directory: "/d")
    }

    @Test("What can change is taken up, and all else waits for a restart at each reload")
    func parts() throws {
        let old = try configuration([:])
        let new = try configuration([
            "limits.callsPerPartner": "7", "listen": "127.0.0.1:1", "log.level": "debug",
        ])
        for _ in 0..<2 {
            let reload = try Reload(from: old, to: new)
            #expect(reload.taken.map(\.name) == ["limits.callsPerPartner", "log.level"])
            #expect(
                reload.left
                    == [.init(name: "listen", before: "127.0.0.1:7443", after: "127.0.0.1:1")])
            #expect(reload.inForce.limits.callsPerPartner == 7)
            #expect(reload.inForce.listen.port == 7443)
            let again = try Reload(from: reload.inForce, to: new)
            #expect(again.taken == [] && again.left.map(\.name) == ["listen"])
        }
    }

    @Test("Another command is taken up; a first one, or none any more, waits for a restart")
    func commands() throws {
        let (none, one, other) = try (
            configuration([:]), configuration(["notify.command": "/bin/true"]),
            configuration(["notify.command": "/bin/false"])
        )
        #expect(try Reload(from: one, to: other).inForce.notify?.program == "/bin/false")
        #expect(try Reload(from: none, to: one).taken == [])
        #expect(try Reload(from: none, to: one).inForce.notify == nil)
        #expect(try Reload(from: one, to: none).left.map(\.name) == ["notify.command"])
        #expect(try Reload(from: one, to: none).inForce.notify?.program == "/bin/true")
    }

    @Test("Every setting that a server takes up exists, and is named in the documentation")
    func names() throws {
        #expect(Reload.live.subtracting(Setting.all.map(\.name)).isEmpty)
        let here = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = "/\(here)/Sources/recoursd/README.md"
        let text = String(decoding: try ServerFiles.read(path, setting: "README"), as: UTF8.self)
        let paragraph = try #require(
            text.split(separator: "\n- **").first { $0.hasPrefix("SIGHUP") })
        for name in Reload.live { #expect(paragraph.contains("`\(name)`"), "\(name)") }
    }

    /// Rewrites a server's configuration.
    private func change(_ server: RealServer, _ change: (inout [String: Any]) -> Void) throws {
        let url = URL(fileURLWithPath: "\(server.directory.path)/recoursd.json")
        let read = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
        var members = try #require(read as? [String: Any])
        change(&members)
        try JSONSerialization.data(withJSONObject: members).write(to: url)
    }

    /// Sends SIGHUP and waits for what the log says of it.
    private func reload(_ server: RealServer, until words: String) async throws {
        server.daemon.signal(SIGHUP)
        while !server.daemon.errorText.contains(words) {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Opens long pulls until one is refused, and says how many were let in; all end with the
    /// client.
    private func callsLetIn(_ client: RecoursClient, atMost most: Int) async -> Int {
        let cursor = (try? await client.inbox.pull().cursor) ?? []
        return await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<most {
                group.addTask {
                    do throws(RecoursError) {
                        _ = try await client.inbox.pull(after: cursor, wait: .seconds(2))
                        return true
                    } catch {
                        return error.code != .resourceExhausted
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
    }

    @Test("SIGHUP takes up new limits for connections that are open, and names what it cannot")
    func limits() async throws {
        let server = try RealServer()
        _ = try await server.join(.platform, "amazon")
        let amazon = try server.client("amazon", retries: false)
        #expect(await callsLetIn(amazon, atMost: 6) == 6)
        try change(server) { members in
            members["limits"] = ["callsPerPartner": 2]
            members["log"] = ["level": "debug"]
            members["threads"] = 3
        }
        try await reload(server, until: "need a restart")
        let log = server.daemon.errorText
        #expect(log.contains("limits.callsPerPartner: ") && log.contains("256"), "\(log)")
        #expect(log.contains("\"generation\":\"2\""), "\(log)")
        #expect(log.contains("threads: "), "\(log)")
        #expect(!log.contains("\"debug\",\"logger\""))
        #expect(await callsLetIn(amazon, atMost: 6) == 2)
        #expect(server.daemon.errorText.contains("\"level\":\"debug\""))

        try change(server) { $0["limits"] = ["callsPerPartner": 0] }
        try await reload(server, until: "not reloaded")
        #expect(server.daemon.errorText.contains("is not between"))
        #expect(await callsLetIn(amazon, atMost: 6) == 2)
        try "{".write(
            toFile: "\(server.directory.path)/recoursd.json", atomically: true, encoding: .utf8)
        try await reload(server, until: "recoursd.json")
        #expect(await callsLetIn(amazon, atMost: 6) == 2)
        #expect(await server.stop().status == 0)
    }
}
