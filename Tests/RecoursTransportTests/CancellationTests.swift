// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@Suite("Cancellation and deadlines")
struct CancellationTests {
    @Test("Cancelling the caller's task cancels the handler")
    func byTask() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let task = Task { await client.failure(TestMethods.wait, Parcel("x")) }
            #expect(await server.methods.ends.has("began"))
            task.cancel()
            let failure = await task.value
            #expect(failure?.status.code == .cancelled)
            #expect(failure?.origin == .local)
            #expect(await server.methods.ends.has("cancelled"))
            #expect(await eventually { server.interceptor.outcomes.count == 1 })
            #expect(server.interceptor.outcomes.first?.outcome.code == .cancelled)
            #expect(await eventually { server.rpc.counts.calls == 0 })
        }
    }

    @Test("A call made by a task that is cancelled already never starts")
    func cancelledBefore() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let start = Gate()
            let task = Task {
                _ = await start.passed()
                return await client.failure(TestMethods.wait, Parcel("x"))
            }
            task.cancel()
            #expect(await task.value?.status.code == .cancelled)
            #expect(try await client.call(TestMethods.echo, Parcel("y")).key == "y")
            #expect(server.rpc.counts.calls == 0)
        }
    }

    @Test("A stream's sender and reader both learn that the client cancelled")
    func stream() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let call = try await client.stream(TestMethods.chat)
            try await call.send(Parcel("x"))
            var responses = call.responses.makeAsyncIterator()
            #expect(try await responses.next(isolation: nil)?.key == "x")
            call.cancel()
            #expect(await server.methods.ends.has("cancelled"))
            do throws(CallFailure) {
                _ = try await responses.next(isolation: nil)
                Issue.record("A response came.")
            } catch {
                #expect(error.status.code == .cancelled)
            }
        }
    }

    @Test("A call ends at its deadline on both sides, though the handler waits")
    func deadline() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let begun = ContinuousClock.now
            let failure = await client.failure(
                TestMethods.wait, Parcel("x"), timeout: .milliseconds(60))
            #expect(failure?.status.code == .deadlineExceeded)
            #expect(ContinuousClock.now - begun < .seconds(2))
            #expect(await server.methods.ends.has("cancelled"))
            #expect(await eventually { server.interceptor.outcomes.count == 1 })
            #expect(server.interceptor.outcomes.first?.outcome.code == .deadlineExceeded)
        }
    }

    @Test("A call that waits for a place keeps its deadline")
    func deadlineInLine() async throws {
        try await TestServer.with {
            $0.limits.maxCalls = 1
        } _: { server in
            let client = try await server.client()
            let first = Task { await client.failure(TestMethods.wait, Parcel("1")) }
            #expect(await server.methods.ends.has("began"))
            let failure = await client.failure(
                TestMethods.wait, Parcel("2"), timeout: .milliseconds(50))
            #expect(failure?.status.code == .deadlineExceeded)
            #expect(failure?.origin == .local)
            #expect(failure?.safeToRetry == true)
            server.methods.gate.open()
            #expect(await first.value == nil)
        }
    }
}
