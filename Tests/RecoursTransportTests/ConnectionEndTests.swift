// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@Suite("The end of connections")
struct ConnectionEndTests {
    @Test("A drain lets calls in flight finish and takes no new ones")
    func drain() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let call = Task { await client.failure(TestMethods.wait, Parcel("x")) }
            #expect(await server.methods.ends.has("began"))
            let drain = Task { await server.rpc.drain(within: .seconds(5)) }
            #expect(await eventually { !client.acceptsCalls })
            let late = await client.failure(TestMethods.echo, Parcel("late"))
            #expect(late?.origin == .connection)
            #expect(late?.safeToRetry == true)
            server.methods.gate.open()
            #expect(await call.value == nil)
            await drain.value
            #expect(await eventually { !client.isOpen })
        }
    }

    @Test("A drain whose time is over cancels what is left, and ends")
    func drainExpires() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let call = Task { await client.failure(TestMethods.wait, Parcel("x")) }
            #expect(await server.methods.ends.has("began"))
            await server.rpc.drain(within: .milliseconds(50))
            let failure = await call.value
            #expect(failure?.status.code == .unavailable)
            #expect(server.methods.ends.count("cancelled") == 1)
            #expect(server.rpc.counts.connections == 0)
        }
    }

    @Test("A client's drain lets its calls finish, and fails those that follow")
    func clientDrain() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let call = Task { await client.failure(TestMethods.wait, Parcel("x")) }
            #expect(await server.methods.ends.has("began"))
            let drain = Task { await client.drain(within: .seconds(5)) }
            #expect(await eventually { !client.acceptsCalls })
            server.methods.gate.open()
            #expect(await call.value == nil)
            await drain.value
            #expect(!client.isOpen)
            #expect(await eventually { server.admission.connections.isEmpty })
        }
    }

    @Test("Nothing of a connection is held when it is over, with or without calls in flight")
    func freed() async throws {
        try await TestServer.with { server in
            for _ in 0..<3 {
                let client = try await server.client()
                #expect(await client.failure(TestMethods.echo, Parcel("x")) == nil)
                let call = Task { await client.failure(TestMethods.wait, Parcel("x")) }
                #expect(await server.methods.ends.has("began"))
                await client.drain(within: .milliseconds(10))
                _ = await call.value
            }
            server.methods.gate.open()
            #expect(await eventually { server.admission.connections.isEmpty })
            #expect(await eventually { server.admission.heldIdentities == 0 })
        }
    }

    @Test("A revoked partner's connection ends at once, and the client knows why")
    func revoked() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let call = Task { await client.failure(TestMethods.wait, Parcel("x")) }
            #expect(await server.methods.ends.has("began"))
            for connection in server.admission.connections {
                connection.close(.revoked, message: "The key was revoked.")
            }
            let failure = await call.value
            #expect(failure?.status.code == .unauthenticated)
            #expect(failure?.origin == .connection)
            // A handler had begun: nobody may promise that nothing was done.
            #expect(failure?.safeToRetry == false)
            #expect(await server.methods.ends.has("cancelled"))
            #expect(await eventually { server.admission.connections.isEmpty })
            #expect(await eventually { !client.isOpen })
        }
    }

    @Test("A server that dies in the middle of a call is said to be lost, not to have answered")
    func serverDies() async throws {
        try await TestServer.with { server in
            let relay = try await Relay.start(to: server.rpc.port)
            let client = try await ClientConnection.connect(
                host: "127.0.0.1", port: relay.port, tls: TestServer.tls(), timeout: .seconds(5))
            let call = Task { await client.failure(TestMethods.wait, Parcel("x")) }
            #expect(await server.methods.ends.has("began"))
            await relay.cut()
            let failure = await call.value
            #expect(failure?.status.code == .unavailable)
            #expect(failure?.origin == .connection)
            #expect(failure?.safeToRetry == false)
            #expect(await server.methods.ends.has("cancelled"))
            let later = await client.failure(TestMethods.echo, Parcel("y"))
            #expect(later?.origin == .connection)
            #expect(later?.safeToRetry == true)
        }
    }

    @Test("An idle connection is sent away by the server, and nothing fails")
    func idle() async throws {
        try await TestServer.with {
            $0.limits.idleTimeoutMilliseconds = 2_000
        } _: { server in
            let client = try await server.client()
            #expect(await eventually { !client.isOpen })
            #expect(await eventually { server.rpc.counts.connections == 0 })
        }
    }

    @Test("A peer whose cable is pulled is noticed by a PING; one that answers stays")
    func silentPeer() async throws {
        try await TestServer.with {
            $0.limits.keepaliveMilliseconds = 1_000
            $0.limits.pingTimeoutMilliseconds = 500
        } _: { server in
            let relay = try await Relay.start(to: server.rpc.port)
            var limits = ConnectionLimits()
            limits.minPingIntervalMilliseconds = 1_000
            let lost = try await ClientConnection.connect(
                host: "127.0.0.1", port: relay.port, tls: TestServer.tls(), limits: limits,
                timeout: .seconds(5))
            let answering = try await server.client { $0.minPingIntervalMilliseconds = 1_000 }
            #expect(try await lost.call(TestMethods.echo, Parcel("x")).key == "x")
            relay.fallSilent()
            #expect(await eventually { server.rpc.counts.connections == 1 })
            #expect(try await answering.call(TestMethods.echo, Parcel("y")).key == "y")
            await relay.cut()
        }
    }
}
