// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursTesting
import Testing

@Suite("A client of several servers", .timeLimit(.minutes(2)))
struct SeveralServersTests {
    private static let submit = "CaseService/SubmitCase"

    private func stop(_ servers: [ScriptedRecours]) async {
        for server in servers { await server.stop() }
    }

    private func submissions(_ server: ScriptedRecours) -> [ScriptedRecours.ReceivedCall] {
        server.calls.filter { $0.method == Self.submit }
    }

    /// Where a client's calls go, and the others.
    private func split(
        _ servers: [ScriptedRecours], of client: RecoursClient
    ) async throws -> (current: ScriptedRecours, others: [ScriptedRecours]) {
        _ = try await client.health.check()
        let current = try #require(servers.first { $0.endpoint == client.server })
        return (current, servers.filter { $0 !== current })
    }

    @Test("Clients spread over the servers")
    func spread() async throws {
        let servers = try await ScriptedRecours.start(3)
        var counts: [String: Int] = [:]
        for _ in 0..<150 {
            let client = try ScriptedRecours.client(of: servers)
            _ = try await client.health.check()
            counts[try #require(client.server), default: 0] += 1
            await client.drain(within: .seconds(1))
        }
        // By chance it is not so once in a million runs.
        let least = servers.map { counts[$0.endpoint] ?? 0 }.min() ?? 0
        #expect(least > 0)
        #expect((counts.values.max() ?? 0) <= 3 * least)
        await stop(servers)
    }

    @Test("A submission whose server dies is repeated with its key at another, and stays there")
    func death() async throws {
        let servers = try await ScriptedRecours.start(3)
        let client = try ScriptedRecours.client(of: servers)
        let (dying, others) = try await split(servers, of: client)
        dying.script(Self.submit, [.cut])
        let begun = ContinuousClock.now
        _ = try await client.cases.submit(Drafts.draft("R-1"))
        #expect(ContinuousClock.now - begun < .seconds(2))
        let (new, _) = try await split(others, of: client)
        let (first, second) = (submissions(dying), submissions(new))
        #expect(first.map(\.attempt) == [0])
        #expect(second.map(\.attempt) == [1])
        #expect(first.map(\.idempotencyKey) == second.map(\.idempotencyKey))
        for number in 2...30 { _ = try await client.cases.submit(Drafts.draft("R-\(number)")) }
        #expect(submissions(new).count == 30)
        await stop(servers)
    }

    @Test("A server that drains finishes what it has, and new calls go to another")
    func drain() async throws {
        let servers = try await ScriptedRecours.start(2)
        let client = try ScriptedRecours.client(of: servers)
        let (draining, others) = try await split(servers, of: client)
        draining.script(Self.submit, [.delay(.milliseconds(150))])
        let inFlight = Task { try await client.cases.submit(Drafts.draft("R-1")) }
        while submissions(draining).isEmpty { await Task.yield() }
        let end = Task { await draining.stop() }
        while client.server == draining.endpoint { await Task.yield() }
        for number in 2...10 { _ = try await client.cases.submit(Drafts.draft("R-\(number)")) }
        #expect(submissions(others[0]).count == 9)
        _ = try await inFlight.value
        #expect(submissions(draining).count == 1)
        await end.value
        await stop(others)
    }

    @Test("A server that takes connections and says nothing has a share of the time, not all of it")
    func silence() async throws {
        let servers = try await ScriptedRecours.start(1)
        let silent = try SilentServer()
        for _ in 0..<8 {
            let client = try ScriptedRecours.client(of: servers, and: [silent.endpoint]) {
                $0.connectTimeout = .seconds(2)
            }
            let begun = ContinuousClock.now
            _ = try await client.health.check(deadline: .seconds(10))
            #expect(ContinuousClock.now - begun < .seconds(2))
            #expect(client.server == servers[0].endpoint)
        }
        await stop(servers)
    }

    @Test("All are away, a call waits, and is answered by the one that comes back")
    func allAway() async throws {
        let servers = try await ScriptedRecours.start(3)
        let client = try ScriptedRecours.client(of: servers) { $0.retry.budget = 0 }
        _ = try await client.health.check()
        await stop(servers)
        let calls = (1...20).map { number in
            Task {
                try await client.cases.submit(Drafts.draft("R-\(number)"), deadline: .seconds(60))
            }
        }
        try await Task.sleep(for: .seconds(2))
        try await servers[1].restart()
        for call in calls { _ = try await call.value }
        #expect(submissions(servers[1]).count == 20)
        await stop(servers)
    }

    @Test("Many calls that wait for a server that does not answer try it seldom")
    func seldom() async throws {
        let servers = try await ScriptedRecours.start(1)
        await stop(servers)
        let silent = try SilentServer()
        let client = try ScriptedRecours.client(of: servers, and: [silent.endpoint]) {
            $0.connectTimeout = .milliseconds(100)
        }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask { _ = try? await client.health.check(deadline: .seconds(5)) }
            }
        }
        #expect((2...8).contains(silent.countConnections()))
    }

    @Test("While no server is there, the failure names all of them")
    func allNamed() async throws {
        let servers = try await ScriptedRecours.start(2)
        let client = try ScriptedRecours.client(of: servers)
        await stop(servers)
        let error = await #expect(throws: RecoursError.self) {
            try await client.health.check(deadline: .seconds(1))
        }
        #expect(error?.code == .unavailable)
        for server in servers { #expect(error?.message.contains(server.endpoint) == true) }
    }

    @Test(
        "A server that says it cannot serve is left for another at once, whatever the budget",
        arguments: ["DRAINING", "STORAGE_UNAVAILABLE", "STORAGE_FAILED", "OUTCOME_UNKNOWN"])
    func away(reason: String) async throws {
        let servers = try await ScriptedRecours.start(2)
        let client = try ScriptedRecours.client(of: servers) { $0.retry.budget = 0 }
        let (away, others) = try await split(servers, of: client)
        away.script(
            Self.submit,
            Array(
                repeating: .fail(.unavailable, retryAfter: .seconds(1), reason: reason), count: 50))
        let begun = ContinuousClock.now
        for number in 1...5 { _ = try await client.cases.submit(Drafts.draft("R-\(number)")) }
        #expect(ContinuousClock.now - begun < .seconds(1))
        #expect(submissions(away).count == 1)
        #expect(submissions(others[0]).count == 5)
        await stop(servers)
    }

    @Test("Calls wait while no server can serve, and only health is asked for meanwhile")
    func allUnfit() async throws {
        let servers = try await ScriptedRecours.start(2)
        let client = try ScriptedRecours.client(of: servers) { $0.retry.budget = 0 }
        for server in servers {
            server.script(Self.submit, [.fail(.unavailable, reason: "STORAGE_UNAVAILABLE")])
        }
        _ = try await client.health.check()
        for server in servers { server.serving = .draining }
        let call = Task {
            try await client.cases.submit(Drafts.draft("R-1"), deadline: .seconds(60))
        }
        try await Task.sleep(for: .seconds(1))
        #expect(servers.flatMap(submissions).count == 1)
        for server in servers { server.serving = .serving }
        _ = try await call.value
        await stop(servers)
    }

    @Test("A server that only reads is used when no other serves, and not otherwise")
    func readOnly() async throws {
        let servers = try await ScriptedRecours.start(2)
        servers[0].serving = .readOnly
        for _ in 0..<5 {
            let client = try ScriptedRecours.client(of: servers)
            _ = try await client.cases.submit(Drafts.draft("R-1"))
            #expect(client.server == servers[1].endpoint)
        }
        await servers[1].stop()
        let client = try ScriptedRecours.client(of: servers)
        _ = try await client.cases.submit(Drafts.draft("R-1"))
        #expect(client.server == servers[0].endpoint)
        await servers[0].stop()
    }

    @Test("Items that a server cannot take for its own sake go to another")
    func bulk() async throws {
        let servers = try await ScriptedRecours.start(2)
        let client = try ScriptedRecours.client(of: servers)
        let (away, _) = try await split(servers, of: client)
        away.script(
            Self.submit + "s/item",
            [.answer]
                + Array(
                    repeating: .fail(.unavailable, reason: "STORAGE_UNAVAILABLE"), count: 200))
        var accepted = 0
        for try await result in client.cases.submitAll((1...100).map { Drafts.draft("R-\($0)") }) {
            if case .success = result.outcome { accepted += 1 }
        }
        #expect(accepted == 100)
        await stop(servers)
    }

    @Test("A name with several addresses stands for as many servers")
    func names() async throws {
        let servers = try await ScriptedRecours.start(1)
        let port = try #require(servers[0].endpoint.split(separator: ":").last)
        // ::1 may be among its addresses, where nobody listens.
        let client = try ScriptedRecours.client(of: servers, and: ["localhost:\(port)"])
        _ = try await client.health.check()
        #expect(client.server?.contains("127.0.0.1") == true)
        await stop(servers)
    }
}
