// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursTesting
import Testing

@Suite("What the client repeats, and what it does not")
struct RetryTests {
    private static let submit = "CaseService/SubmitCase"

    @Test("A call is repeated with its key until it is answered")
    func repeated() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script(Self.submit, [.fail(.unavailable), .cut, .answer])
        let client = try recours.client { $0.retry.initialBackoff = .milliseconds(5) }
        _ = try await client.cases.submit(Drafts.draft("R-1"))
        #expect(recours.calls.map(\.attempt) == [0, 1, 2])
        #expect(Set(recours.calls.map(\.idempotencyKey)).count == 1)
        await recours.stop()
    }

    @Test(
        "An answer that cannot change is not asked for again",
        arguments: [
            StatusCode.invalidArgument, .notFound, .permissionDenied, .alreadyExists,
            .failedPrecondition, .internal, .unknown, .resourceExhausted, .aborted,
        ])
    func notRepeated(code: StatusCode) async throws {
        let recours = try await ScriptedRecours.start()
        recours.script(Self.submit, [.fail(code)])
        let client = try recours.client()
        let error = await #expect(throws: RecoursError.self) {
            try await client.cases.submit(Drafts.draft("R-1"))
        }
        #expect(error?.code == code)
        #expect(error?.origin == .server)
        #expect(recours.calls.count == 1)
        await recours.stop()
    }

    @Test(
        "What an attempt may have done stays in doubt, however the call ends",
        arguments: [
            [ScriptedRecours.Step.cut, .fail(.failedPrecondition)],
            [.fail(.unavailable), .fail(.invalidArgument)],
            [.fail(.deadlineExceeded)], [.fail(.internal)],
        ])
    func inDoubt(steps: [ScriptedRecours.Step]) async throws {
        let recours = try await ScriptedRecours.start()
        recours.script(Self.submit, steps)
        let client = try recours.client { $0.retry.initialBackoff = .milliseconds(5) }
        let error = await #expect(throws: RecoursError.self) {
            try await client.cases.submit(Drafts.draft("R-1"))
        }
        #expect(error?.outcomeIsUnknown == true)
        await recours.stop()
    }

    @Test("A deadline that passes while the connection is made anew leaves the call in doubt")
    func inDoubtAtDeadline() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script(Self.submit, [.cut])
        let client = try recours.client { $0.retry.initialBackoff = .seconds(20) }
        let error = await #expect(throws: RecoursError.self) {
            try await client.cases.submit(Drafts.draft("R-1"), deadline: .seconds(1))
        }
        #expect(error?.outcomeIsUnknown == true)
        await recours.stop()
    }

    @Test(
        "A refusal is no doubt, and a call without effect leaves none",
        arguments: [StatusCode.failedPrecondition, .invalidArgument, .notFound])
    func noDoubt(code: StatusCode) async throws {
        let recours = try await ScriptedRecours.start()
        recours.script(Self.submit, [.fail(code)])
        recours.script("HealthService/Check", [.fail(.internal)])
        let client = try recours.client()
        let refusal = await #expect(throws: RecoursError.self) {
            try await client.cases.submit(Drafts.draft("R-1"))
        }
        #expect(refusal?.outcomeIsUnknown == false)
        let failure = await #expect(throws: RecoursError.self) { try await client.health.check() }
        #expect(failure?.outcomeIsUnknown == false)
        await recours.stop()
    }

    @Test("The server's own wait is kept")
    func pushback() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script(
            Self.submit, [.fail(.resourceExhausted, retryAfter: .milliseconds(150)), .answer])
        let client = try recours.client()
        let begun = ContinuousClock.now
        _ = try await client.cases.submit(Drafts.draft("R-1"))
        #expect(ContinuousClock.now - begun >= .milliseconds(150))
        #expect(recours.calls.count == 2)
        await recours.stop()
    }

    @Test("Attempts end with the policy")
    func bounded() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script(Self.submit, Array(repeating: .fail(.unavailable), count: 20))
        let client = try recours.client { $0.retry.initialBackoff = .milliseconds(1) }
        let error = await #expect(throws: RecoursError.self) {
            try await client.cases.submit(Drafts.draft("R-1"))
        }
        #expect(error?.attempts == 4)
        #expect(recours.calls.count == 4)
        await recours.stop()
    }

    @Test("A budget keeps retries a small part of all calls")
    func budget() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script(Self.submit, Array(repeating: .fail(.unavailable), count: 200))
        let client = try recours.client { $0.retry.initialBackoff = .milliseconds(1) }
        for number in 1...20 {
            _ = try? await client.cases.submit(Drafts.draft("R-\(number)"))
        }
        // 20 calls, and retries paid from half of a bucket of 10.
        #expect(recours.calls.count <= 26)
        await recours.stop()
    }

    @Test("A retry that the budget refuses is told in the error, with what to do")
    func spentBudget() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script(Self.submit, [.fail(.unavailable), .answer])
        let client = try recours.client { $0.retry.budget = 0 }
        let error = await #expect(throws: RecoursError.self) {
            try await client.cases.submit(Drafts.draft("R-1"))
        }
        #expect(error?.message.contains("not repeated") == true)
        #expect(error?.remedy.contains("RetryPolicy.budget") == true)
        #expect(recours.calls.count == 1)
        await recours.stop()
    }

    @Test("A call waits for its server until its deadline, whatever the budget says")
    func waiting() async throws {
        let recours = try await ScriptedRecours.start()
        let client = try recours.client { $0.retry.budget = 0 }
        await recours.stop()
        let call = Task {
            try await client.cases.submit(Drafts.draft("R-1"), deadline: .seconds(60))
        }
        try await Task.sleep(for: .seconds(2))
        try await recours.restart()
        _ = try await call.value
        #expect(recours.calls.map(\.attempt) == [0])
        await recours.stop()
    }

    @Test("A deadline ends a call on this side, whatever the server does")
    func deadline() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script("HealthService/Check", [.delay(.seconds(30))])
        let client = try recours.client()
        let begun = ContinuousClock.now
        let error = await #expect(throws: RecoursError.self) {
            try await client.health.check(deadline: .milliseconds(200))
        }
        #expect(error?.code == .deadlineExceeded)
        #expect(ContinuousClock.now - begun < .seconds(5))
        await recours.stop()
    }

    @Test("A cancelled task ends its call at once")
    func cancellation() async throws {
        let recours = try await ScriptedRecours.start()
        recours.script("HealthService/Check", [.delay(.seconds(30))])
        let client = try recours.client()
        let task = Task { try await client.health.check() }
        while recours.calls.isEmpty { await Task.yield() }
        task.cancel()
        let error = await #expect(throws: RecoursError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        await recours.stop()
    }

    @Test("A server that is not there is named, with address and remedy")
    func unreachable() async throws {
        let recours = try await ScriptedRecours.start()
        let client = try recours.client { $0.readiness = .failFast }
        await recours.stop()
        let error = await #expect(throws: RecoursError.self) { try await client.health.check() }
        #expect(error?.code == .unavailable)
        #expect(error?.message.contains(recours.endpoint) == true)
        #expect(error?.remedy.isEmpty == false)
    }

    @Test("A client that was drained makes no more calls")
    func drained() async throws {
        let recours = try await ScriptedRecours.start()
        let client = try recours.client()
        _ = try await client.health.check()
        await client.drain()
        let error = await #expect(throws: RecoursError.self) { try await client.health.check() }
        #expect(error?.code == .cancelled)
        await recours.stop()
    }
}
