// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Synchronization
import Testing

@Suite("Calls that are refused")
struct RefusalTests {
    @Test("An unknown method is UNIMPLEMENTED, and its name is not echoed")
    func unknownMethod() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let failure = await client.failure(TestMethods.missing, Parcel("x"))
            #expect(failure?.status.code == .unimplemented)
            #expect(failure?.origin == .server)
            #expect(failure?.status.message.contains("Missing") == false)
            #expect(server.interceptor.outcomes.isEmpty)
        }
    }

    @Test("A request that cannot be read is INVALID_ARGUMENT with the field's path")
    func undecodable() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            // Field 1 of this message is a number, where the method reads a text.
            let number = WireCredit(bytes: 9)
            do throws(CallFailure) {
                let _: Parcel = try await client.unary(
                    TestMethods.echo, number, CallOptions(timeout: .seconds(5)))
                Issue.record("It was read.")
            } catch {
                #expect(error.status.code == .invalidArgument)
                #expect(error.origin == .server)
                #expect(!error.status.requestID.isEmpty)
            }
        }
    }

    @Test(
        "An unknown field is refused by a method that writes, ignored by one that reads",
        arguments: [TestMethods.echo, TestMethods.write])
    func unknownField(_ method: MethodDescriptor) async throws {
        let expected: RPCStatus.Code? =
            method.repeatability == .noSideEffects ? nil : .invalidArgument
        try await TestServer.with { server in
            let client = try await server.client()
            // Has fields 3 and 4, which a parcel does not.
            var open = WireOpen()
            open.method = "x"
            open.attempt = 4
            do throws(CallFailure) {
                let reply: Parcel = try await client.unary(
                    method, open, CallOptions(timeout: .seconds(5)))
                #expect(expected == nil)
                #expect(reply.key == "x")
            } catch {
                #expect(error.status.code == expected)
            }
        }
    }

    @Test("What the interceptor throws is the answer, and no handler runs")
    func interceptor() async throws {
        try await TestServer.with { server in
            server.interceptor.refusal.withLock { $0 = RPCStatus(.permissionDenied, "No.") }
            let client = try await server.client()
            let failure = await client.failure(TestMethods.wait, Parcel("x"))
            #expect(failure?.status.code == .permissionDenied)
            #expect(failure?.status.requestID.isEmpty == false)
            #expect(server.methods.ends.all.isEmpty)
            #expect(server.interceptor.outcomes.isEmpty)
        }
    }

    @Test("A key that has not 16 bytes fails on this side")
    func key() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            do throws(CallFailure) {
                let _: Parcel = try await client.unary(
                    TestMethods.echo, Parcel("x"), CallOptions(idempotencyKey: [1, 2]))
                Issue.record("It was sent.")
            } catch {
                #expect(error.status.code == .invalidArgument)
                #expect(error.origin == .local)
            }
        }
    }
}
