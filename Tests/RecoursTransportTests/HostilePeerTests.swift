// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import NIOPosix
import RecoursMessages
import RecoursTransport
import Testing

@Suite("Peers that speak no TLS")
struct HostilePeerTests {
    /// Opens a plain connection, says so much, and waits until the server closes it.
    private func saysAndIsCut(_ text: String, port: Int) async throws {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port).get()
        if !text.isEmpty { try await channel.writeAndFlush(ByteBuffer(string: text)) }
        try await channel.closeFuture.get()
    }

    @Test("Plain text on the port is cut, and the server goes on")
    func plainText() async throws {
        try await TestServer.with { server in
            try await saysAndIsCut("GET / HTTP/1.1\r\nHost: x\r\n\r\n", port: server.rpc.port)
            #expect(await eventually { server.rpc.counts.handshakes == 0 })
            let client = try await server.client()
            #expect(try await client.call(TestMethods.echo, Parcel("x")).key == "x")
        }
    }

    @Test("A silent connection is cut when the handshake's time is over")
    func silence() async throws {
        try await TestServer.with {
            $0.handshakeTimeoutMilliseconds = 80
        } _: { server in
            let begun = ContinuousClock.now
            try await saysAndIsCut("", port: server.rpc.port)
            #expect(ContinuousClock.now - begun >= .milliseconds(60))
            #expect(await eventually { server.rpc.counts.handshakes == 0 })
        }
    }

    @Test("Connections above the limits are cut at once; a place that is free is given again")
    func limits() async throws {
        try await TestServer.with {
            $0.maxConnections = 1
        } _: { server in
            let first = try await server.client()
            await #expect(throws: CallFailure.self) { try await server.client() }
            #expect(try await first.call(TestMethods.echo, Parcel("x")).key == "x")
            await first.drain(within: .seconds(1))
            #expect(await eventually { server.rpc.counts.connections == 0 })
            let second = try await server.client()
            #expect(try await second.call(TestMethods.echo, Parcel("y")).key == "y")
        }
    }
}
