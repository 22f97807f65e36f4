// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTLS
import RecoursTransport
import RecoursWire
import Synchronization
import Testing

@Suite("Connecting")
struct ConnectTests {
    /// Connects where it must fail, and says how it did.
    private func failure(
        host: String = "127.0.0.1", port: Int, tls: TLSContext? = nil
    ) async throws -> CallFailure? {
        let tls = try tls ?? TestServer.tls()
        do throws(CallFailure) {
            _ = try await ClientConnection.connect(
                host: host, port: port, tls: tls, timeout: .seconds(3))
            return nil
        } catch {
            return error
        }
    }

    @Test("Without a certificate the alert is named at once, and nobody tries again")
    func noCertificate() async throws {
        try await TestServer.with { server in
            let authority = try TestAuthority.shared.get()
            let tls = try TLSContext(clientIdentity: nil, trust: authority.trust)
            let failure = try await failure(port: server.rpc.port, tls: tls)
            #expect(failure?.status.code == .unauthenticated)
            #expect(failure?.status.message.contains("certificate_required") == true)
            #expect(failure?.origin == .connection)
            #expect(failure?.remedy.isEmpty == false)
        }
    }

    @Test("A certificate of another authority is refused by name")
    func foreignCertificate() async throws {
        try await TestServer.with { server in
            let tls = try TestServer.tls(TestAuthority.foreign.get().partner)
            let failure = try await failure(port: server.rpc.port, tls: tls)
            #expect(failure?.status.code == .unauthenticated)
            #expect(failure?.status.message.contains("alert") == true)
            #expect(server.admission.connections.isEmpty)
        }
    }

    @Test("A server of another authority is not believed")
    func foreignServer() async throws {
        try await TestServer.with { server in
            let tls = try TestServer.tls(trust: TestAuthority.foreign.get().trust)
            let failure = try await failure(port: server.rpc.port, tls: tls)
            #expect(failure?.status.code == .unauthenticated)
            #expect(failure?.origin == .connection)
        }
    }

    @Test("A server's certificate for another name is named as such")
    func wrongName() async throws {
        try await TestServer.with { server in
            let failure = try await failure(host: "localhost", port: server.rpc.port)
            #expect(failure?.status.code == .unauthenticated)
            #expect(failure?.status.message.contains("name") == true)
        }
    }

    @Test("While calls keep the thread busy handshakes take longer, and each connection is served")
    func heldBack() async throws {
        try await TestServer.with({
            $0.eventLoopCount = 1
            $0.handshakePercent = 5
        }) { server in
            let busy = try await server.client()
            let calls = Task {
                while !Task.isCancelled {
                    await withTaskGroup { group in
                        for _ in 0..<32 {
                            group.addTask { _ = await busy.failure(TestMethods.echo, Parcel("b")) }
                        }
                    }
                }
            }
            defer { calls.cancel() }
            for turn in 0..<20 {
                let client = try await server.client()
                #expect(try await client.call(TestMethods.echo, Parcel("\(turn)")).key == "\(turn)")
            }
        }
    }

    @Test("A partner who is not admitted learns so while connecting")
    func notAdmitted() async throws {
        try await TestServer.with { server in
            server.admission.refusal.withLock { $0 = AdmissionRefusal("Not known here.") }
            let failure = try await failure(port: server.rpc.port)
            #expect(failure?.status.code == .unauthenticated)
            #expect(failure?.status.message.contains("Not known here.") == true)
            #expect(await eventually { server.rpc.counts.connections == 0 })
        }
    }

    @Test("Where nothing listens, the system's word is passed on")
    func refused() async throws {
        let relay = try await Relay.start(to: 1)
        await relay.cut()
        let failure = try await failure(port: relay.port)
        #expect(failure?.status.code == .unavailable)
        #expect(failure?.safeToRetry == true)
        #expect(failure?.status.message.contains("refused") == true)
    }

    @Test("A name that does not exist is said to")
    func noSuchName() async throws {
        let failure = try await failure(host: "no-such-host.invalid", port: 7_443)
        #expect(failure?.status.code == .unavailable)
        #expect(failure?.status.message.contains("no-such-host.invalid") == true)
    }

    @Test("A port that is taken is a typed error with a remedy")
    func portInUse() async throws {
        try await TestServer.with { server in
            do {
                try await TestServer.with {
                    $0.port = server.rpc.port
                } _: { _ in
                }
                Issue.record("Two servers listen on one port.")
            } catch let error as RPCServerError {
                #expect(error.code == .addressInUse)
                #expect(!error.remedy.isEmpty)
            }
        }
    }

    @Test("New connections use a replaced context, open ones go on")
    func replacedContext() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let other = try TestAuthority.foreign.get()
            server.rpc.replaceTLS(
                try TLSContext(serverIdentity: other.server, trust: other.trust))
            #expect(try await client.call(TestMethods.echo, Parcel("x")).key == "x")
            #expect(try await failure(port: server.rpc.port) != nil)
            let fresh = try await ClientConnection.connect(
                host: "127.0.0.1", port: server.rpc.port,
                tls: TestServer.tls(other.partner, trust: other.trust), timeout: .seconds(5))
            #expect(try await fresh.call(TestMethods.echo, Parcel("y")).key == "y")
        }
    }
}
