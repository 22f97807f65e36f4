// SPDX-License-Identifier: EUPL-1.2

import Logging
import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Before and behind every call", .timeLimit(.minutes(1)))
struct GateTests {
    @Test("What a kind may never call is PERMISSION_DENIED, for every method and kind")
    func authority() async throws {
        let world = try await World()
        let connections: [(RecoursMessages.PartnerKind, ClientConnection)] = [
            (.association, try await world.join(.association, "a")),
            (.business, try await world.join(.business, "b", siren: World.siren)),
            (.platform, try await world.join(.platform, "p")),
            (.mediator, try await world.join(.mediator, "m")),
            (.operator, try await world.connect(world.operators)),
        ]
        for method in AuthorityTests.methods where method.shape == .unary {
            for (kind, connection) in connections {
                let status = await connection.failure(method, HealthCheckRequest())
                let allowed = Authority.table[method.fullName]?
                    .contains(.init(rawValue: 1 << UInt8(kind.rawValue)))
                #expect(
                    (status.code == .permissionDenied) == (allowed == false),
                    "\(kind) \(method.fullName): \(status.code)")
            }
        }
        await world.stop()
    }

    @Test("A partner's calls in progress are counted over all its connections")
    func calls() async throws {
        var limits = ServiceLimits()
        limits.callsPerPartner = 2
        let world = try await World(limits: limits)
        let credentials = try await world.register(.platform, "amazon")
        let first = try await world.connect(credentials)
        let second = try await world.connect(credentials)
        let other = try await world.join(.platform, "wish")
        let watches: [StreamingCall<HealthCheckRequest, HealthCheckResponse>] = [
            try await first.streaming(HealthServiceMethods.watch, CallOptions()),
            try await second.streaming(HealthServiceMethods.watch, CallOptions()),
        ]
        for watch in watches {
            try await watch.send(HealthCheckRequest())
            watch.finishSending()
            var states = watch.responses.makeAsyncIterator()
            #expect(try await states.next(isolation: nil)?.state == .serving)
        }
        let status = await first.failure(HealthServiceMethods.check, HealthCheckRequest())
        #expect(status.code == .resourceExhausted)
        #expect(status.reason == "QUOTA")
        let _: HealthCheckResponse = try await other.call(
            HealthServiceMethods.check, HealthCheckRequest())
        for watch in watches { watch.cancel() }
        while await first.failure(HealthServiceMethods.check, HealthCheckRequest()).code != .ok {
            await Task.yield()
        }
        await world.stop()
    }

    @Test("A partner that asks for too much has one line a second in the log, with a count")
    func refusalsInTheLog() async throws {
        var limits = ServiceLimits()
        limits.callsPerPartner = 0
        let lines = LogLines()
        let world = try await World(limits: limits, logger: lines.logger)
        let connection = try await world.connect(world.operators)
        for _ in 0..<9 {
            let status = await connection.failure(
                HealthServiceMethods.check, HealthCheckRequest())
            #expect(status.code == .resourceExhausted)
        }
        await world.stop()
        // Nine refusals take a second or a little more, with the pauses between them.
        let told = lines.all.filter { $0.hasPrefix("info call refused") }
        #expect((1...3).contains(told.count), "\(told)")
    }

    @Test("A partner's connections are limited, and come free when they close")
    func connections() async throws {
        var limits = ServiceLimits()
        limits.connectionsPerPartner = 2
        let world = try await World(limits: limits)
        let credentials = try await world.register(.platform, "amazon")
        let first = try await world.connect(credentials)
        let second = try await world.connect(credentials)
        #expect(await world.refuses(credentials))
        await first.drain(within: .seconds(1))
        // The server learns of the end a moment after us.
        while await world.refuses(credentials) { await Task.yield() }
        #expect(second.isOpen)
        await world.stop()
    }

    @Test("Health is told at each change, and a drain ends the watch and the server")
    func health() async throws {
        let world = try await World()
        let connection = try await world.join(.mediator, "m")
        let watch: StreamingCall<HealthCheckRequest, HealthCheckResponse> =
            try await connection.streaming(HealthServiceMethods.watch, CallOptions())
        try await watch.send(HealthCheckRequest())
        watch.finishSending()
        var states = watch.responses.makeAsyncIterator()
        #expect(try await states.next(isolation: nil)?.state == .serving)
        world.service.status.setReadOnly(true)
        #expect(try await states.next(isolation: nil)?.state == .readOnly)
        let answer: HealthCheckResponse = try await connection.call(
            HealthServiceMethods.check, HealthCheckRequest())
        #expect(answer.state == .readOnly)
        async let stopped: Void = world.stop()
        #expect(try await states.next(isolation: nil)?.state == .draining)
        #expect(try await states.next(isolation: nil) == nil)
        await stopped
    }

    @Test("A call in flight ends well during a drain, and no new connection is taken")
    func drain() async throws {
        let world = try await World()
        let root = try await world.connect(world.operators)
        _ = try await world.register(.association, "ajc")
        let call: StreamingCall<Mandate, ImportMandatesResponse> = try await root.streaming(
            PartnerServiceMethods.importMandates, CallOptions(timeout: .seconds(10)))
        let mandate = Mandate(association: "ajc", siren: World.siren, from: "2026-01-01")
        try await call.send(mandate)
        while world.server.counts.calls == 0 { await Task.yield() }
        async let stopped: Void = world.stop()
        while world.service.status.current != .draining { await Task.yield() }
        try await call.send(mandate)
        call.finishSending()
        let answer = try await call.onlyResponse()
        #expect(answer.added == 1)
        #expect(answer.updated == 1)
        await stopped
        #expect(await world.refuses(world.operators))
    }

    @Test("Nothing that a partner wrote gets into the log")
    func redaction() async throws {
        let lines = LogLines()
        let world = try await World(logger: lines.logger)
        let association = try await world.join(.association, "ajc")
        try await world.mandate("ajc")
        var draft = Sample.draft("CANARY-REFERENCE", facts: "CANARY-FACTS that nobody may log.")
        for title in ["CANARY-TITLE", ""] {
            draft.title = title
            _ = await association.failure(
                CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft), key: Sample.key())
        }
        _ = await association.failure(
            CaseServiceMethods.getCase,
            GetCaseRequest(reference: .externalRef("CANARY-REFERENCE")))
        await world.stop()
        let text = lines.text
        #expect(text.contains("association/ajc"))
        #expect(text.contains("recours.v1.CaseService/SubmitCase"))
        #expect(!text.contains("CANARY"), "\(text)")
        #expect(!text.contains("Camille"))
    }
}
