// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Synchronization
import Testing

@Suite("Back-pressure")
struct BackPressureTests {
    @Test("A client that does not read stops its server's stream, and small calls go on")
    func slowReader() async throws {
        try await TestServer.with { server in
            let client = try await server.client { limits in
                limits.maxMessageBytes = 65_536
                limits.callCreditBytes = 65_536
            }
            let call = try await client.stream(TestMethods.flood)
            try await call.send(Parcel("x", byteCount: 10_000))
            call.finishSending()
            #expect(await server.methods.ends.has("sent", times: 6))
            // 64 KiB of credit and 64 KiB in each of two queues are twenty messages.
            for number in 0..<50 {
                #expect(
                    try await client.call(TestMethods.echo, Parcel("\(number)")).key
                        == "\(number)")
            }
            #expect(server.methods.ends.count("sent") <= 22)
            // What is read makes room for as much.
            var responses = call.responses.makeAsyncIterator()
            for _ in 0..<100 { _ = try await responses.next(isolation: nil) }
            #expect(await server.methods.ends.has("sent", times: 100))
            #expect(server.methods.ends.count("sent") <= 122)
            call.cancel()
            #expect(await server.methods.ends.has("cancelled"))
        }
    }

    @Test("A thread that may not wait offers responses, until the queue is full")
    func offering() async throws {
        try await TestServer.with { server in
            let client = try await server.client { limits in
                limits.maxMessageBytes = 65_536
                limits.callCreditBytes = 65_536
            }
            let call = try await client.stream(TestMethods.offer)
            try await call.send(Parcel("x", byteCount: 10_000))
            call.finishSending()
            #expect(await server.methods.ends.has("full"))
            let taken = server.methods.ends.count("taken")
            #expect((2...10).contains(taken))
            // The handler has returned: what was taken is sent, and then the end.
            var count = 0
            for try await _ in call.responses { count += 1 }
            #expect(count == taken)
        }
    }

    @Test("A server that does not read stops its client's stream")
    func slowServer() async throws {
        try await TestServer.with {
            $0.limits.maxMessageBytes = 65_536
            $0.limits.callCreditBytes = 65_536
        } _: { server in
            let client = try await server.client { limits in
                limits.maxMessageBytes = 65_536
                limits.callCreditBytes = 65_536
            }
            // The conversation's handler stops reading when its answers are not read.
            let call = try await client.stream(TestMethods.chat)
            let sent = Journal()
            let sender = Task {
                while true {
                    do throws(CallFailure) {
                        try await call.send(Parcel("x", byteCount: 10_000))
                        sent.add("sent")
                    } catch { return error.status.code }
                }
            }
            #expect(await sent.has("sent", times: 20))
            for _ in 0..<50 { _ = try await client.call(TestMethods.echo, Parcel("y")) }
            #expect(sent.count("sent") <= 60)
            call.cancel()
            #expect(await sender.value == .cancelled)
        }
    }

    @Test("A client that is refused for want of room is read again after growing pauses")
    func pauses() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            func time(of calls: Int) async -> Duration {
                let begun = ContinuousClock.now
                for _ in 0..<calls {
                    _ = await client.failure(TestMethods.echo, Parcel("x"))
                }
                return .now - begun
            }
            server.interceptor.refusal.withLock { $0 = RPCStatus(.permissionDenied, "No.") }
            let unpaused = await time(of: 6)
            server.interceptor.refusal.withLock { $0 = RPCStatus(.resourceExhausted, "Full.") }
            // Five pauses lie between six calls: 25, 50, 100, 200 and 200 ms.
            #expect(await time(of: 6) >= unpaused + .milliseconds(400))
            server.interceptor.refusal.withLock { $0 = nil }
            _ = await time(of: 1)
            #expect(await time(of: 2) < .milliseconds(200))
        }
    }

    @Test("The connections that hold most are closed, as many as are asked for, and no other")
    func costliest() async throws {
        try await TestServer.with { server in
            let idle = try await server.client()
            let greedy = try await server.client { limits in
                limits.maxMessageBytes = 65_536
                limits.callCreditBytes = 65_536
            }
            #expect(try await idle.call(TestMethods.echo, Parcel("x")).key == "x")
            var calls: [StreamingCall<Parcel, Parcel>] = []
            for _ in 0..<3 {
                let call = try await greedy.stream(TestMethods.flood)
                try await call.send(Parcel("x", byteCount: 10_000))
                call.finishSending()
                calls.append(call)
            }
            #expect(await server.methods.ends.has("sent", times: 9))
            var closed = 0
            // Three calls may have 16 KiB each unsent.
            let isFound = await eventually {
                closed = await server.rpc.closeCostliest(
                    atMost: 2, holding: 32_768, message: "Short of memory.")
                return closed > 0
            }
            #expect(isFound && closed == 1)
            #expect(await eventually { !greedy.isOpen })
            #expect(try await idle.call(TestMethods.echo, Parcel("y")).key == "y")
            withExtendedLifetime(calls) {}
        }
    }

    @Test("While there is no room for more connections, those that are open go on")
    func noRoom() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            server.rpc.refusesConnections = true
            await #expect(throws: CallFailure.self) { try await server.client() }
            #expect(try await client.call(TestMethods.echo, Parcel("x")).key == "x")
            server.rpc.refusesConnections = false
            let another = try await server.client()
            #expect(try await another.call(TestMethods.echo, Parcel("y")).key == "y")
        }
    }
}
