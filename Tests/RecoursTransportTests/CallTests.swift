// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@Suite("Calls over a connection")
struct CallTests {
    @Test("A unary call is answered, and its outcome written down with its bytes")
    func unary() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let parcel = Parcel("hello", byteCount: 100)
            #expect(try await client.call(TestMethods.echo, parcel) == parcel)
            #expect(try await client.call(TestMethods.write, parcel) == parcel)
            #expect(await eventually { server.interceptor.outcomes.count == 2 })
            for (_, outcome) in server.interceptor.outcomes {
                #expect(outcome.code == .ok)
                #expect(outcome.requestBytes == parcel.encodedByteCount)
                #expect(outcome.responseBytes == parcel.encodedByteCount)
            }
        }
    }

    @Test("A handler may answer at once, refuse, or take its time, and does not hold others up")
    func prompt() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            async let late = client.call(TestMethods.prompt, Parcel("wait"))
            let large = Parcel("large", byteCount: 1_000_000)
            #expect(try await client.call(TestMethods.prompt, large) == large)
            await #expect(throws: CallFailure.self) {
                _ = try await client.call(TestMethods.prompt, Parcel("refuse"))
            }
            #expect(await eventually { server.interceptor.outcomes.count == 2 })
            let outcomes = server.interceptor.outcomes.map(\.outcome)
            #expect(outcomes.map(\.code) == [.ok, .notFound])
            #expect(outcomes[0].responseBytes == large.encodedByteCount)
            server.methods.gate.open()
            #expect(try await late.key == "wait")
        }
    }

    @Test("All responses of a server's stream come, in order")
    func serverStream() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let call = try await client.stream(TestMethods.many)
            try await call.send(Parcel("500", byteCount: 1_000))
            call.finishSending()
            var keys: [String] = []
            for try await parcel in call.responses { keys.append(parcel.key) }
            #expect(keys == (0..<500).map { "\($0)" })
        }
    }

    @Test("What came before a stream's error can be read, then the error")
    func streamThenError() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let call = try await client.stream(TestMethods.half)
            try await call.send(Parcel("go"))
            call.finishSending()
            // Everything has arrived before the first is read.
            #expect(await eventually { server.interceptor.outcomes.count == 1 })
            #expect(try await client.call(TestMethods.echo, Parcel("x")).key == "x")
            var keys: [String] = []
            do throws(CallFailure) {
                for try await parcel in call.responses { keys.append(parcel.key) }
                Issue.record("The stream ended well.")
            } catch {
                #expect(error.status.code == .aborted)
                #expect(error.origin == .server)
            }
            #expect(keys == ["1", "2"])
        }
    }

    @Test("A client's stream is counted by its server")
    func clientStream() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let call = try await client.stream(TestMethods.count)
            for number in 0..<1_000 { try await call.send(Parcel("\(number)", byteCount: 500)) }
            call.finishSending()
            #expect(try await call.onlyResponse().key == "1000")
        }
    }

    @Test("Both sides of a conversation take turns")
    func conversation() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let call = try await client.stream(TestMethods.chat)
            var responses = call.responses.makeAsyncIterator()
            for number in 0..<50 {
                try await call.send(Parcel("\(number)"))
                #expect(try await responses.next(isolation: nil)?.key == "\(number)")
            }
            call.finishSending()
            #expect(try await responses.next(isolation: nil) == nil)
        }
    }

    @Test("A thousand calls are in flight at once")
    func thousand() async throws {
        try await TestServer.with {
            $0.limits.maxCalls = 1_000
            $0.eventLoopCount = 2
        } _: { server in
            let client = try await server.client()
            try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<1_000 {
                    group.addTask {
                        try await client.call(TestMethods.wait, Parcel("\(number)")).key
                    }
                }
                #expect(await server.methods.ends.has("began", times: 1_000))
                #expect(server.rpc.counts.calls == 1_000)
                server.methods.gate.open()
                var keys: Set<String> = []
                for try await key in group { keys.insert(key) }
                #expect(keys.count == 1_000)
            }
            // A handler that waited comes back to its connection's loop.
            #expect(server.methods.ends.count("on loop") == 1_000)
            #expect(await eventually { server.rpc.counts.calls == 0 })
        }
    }

    @Test("Calls above the server's limit wait for a place, and none is refused")
    func moreThanAllowed() async throws {
        try await TestServer.with {
            $0.limits.maxCalls = 4
        } _: { server in
            let client = try await server.client()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        _ = try await client.call(TestMethods.wait, Parcel("\(number)"))
                    }
                }
                #expect(await server.methods.ends.has("began", times: 4))
                #expect(server.rpc.counts.calls == 4)
                server.methods.gate.open()
                try await group.waitForAll()
            }
        }
    }

    @Test(
        "Who came first goes first, but in a line that stands who came last",
        arguments: [0, 150])
    func line(standingMilliseconds: Int) async throws {
        try await TestServer.with({ $0.limits.maxCalls = 1 }) { server in
            let client = try await server.client()
            let order = Journal()
            try await withThrowingTaskGroup { group in
                group.addTask { _ = try await client.call(TestMethods.wait, Parcel("held")) }
                #expect(await server.methods.ends.has("began"))
                let begun = ContinuousClock.now
                for name in ["first", "second", "third"] {
                    group.addTask {
                        _ = try await client.call(TestMethods.echo, Parcel(name))
                        order.add(name)
                    }
                    // In line a moment after it was asked for.
                    try await Task.sleep(for: .milliseconds(10))
                }
                try await Task.sleep(for: .milliseconds(standingMilliseconds))
                let stands = ContinuousClock.now - begun > .milliseconds(90)
                server.methods.gate.open()
                try await group.waitForAll()
                let names = ["first", "second", "third"]
                #expect(order.all == (stands ? names.reversed() : names))
            }
        }
    }

    @Test("Messages of four mebibytes go both ways while small calls pass them")
    func large() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let large = Parcel("large", byteCount: 4_194_304 - 32)
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        try await client.call(TestMethods.echo, large).value.count
                    }
                }
                for number in 0..<200 {
                    #expect(
                        try await client.call(TestMethods.echo, Parcel("\(number)")).key
                            == "\(number)")
                }
                for try await count in group { #expect(count == large.value.count) }
            }
        }
    }

    @Test("A message above the limit fails its own call only, on this side")
    func tooLarge() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let failure = await client.failure(
                TestMethods.echo, Parcel("x", byteCount: 4_194_400))
            #expect(failure?.status.code == .resourceExhausted)
            #expect(failure?.origin == .local)
            #expect(try await client.call(TestMethods.echo, Parcel("y")).key == "y")
        }
    }
}
