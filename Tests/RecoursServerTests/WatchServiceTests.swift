// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Watch service", .timeLimit(.minutes(3)))
struct WatchServiceTests {
    private typealias InboxStream = StreamingCall<WatchInboxRequest, WatchInboxResponse>

    private func watch(
        _ connection: ClientConnection, _ request: WatchInboxRequest = WatchInboxRequest()
    ) async throws -> InboxStream {
        let call: InboxStream = try await connection.streaming(
            WatchServiceMethods.watchInbox, CallOptions())
        try await call.send(request)
        call.finishSending()
        return call
    }

    private func watchCase(
        _ connection: ClientConnection, _ request: WatchCaseRequest
    ) async throws -> StreamingCall<WatchCaseRequest, WatchCaseResponse> {
        let call: StreamingCall<WatchCaseRequest, WatchCaseResponse> =
            try await connection.streaming(WatchServiceMethods.watchCase, CallOptions())
        try await call.send(request)
        call.finishSending()
        return call
    }

    private func file(
        _ connection: ClientConnection, _ reference: String, platform: String = "amazon",
        facts: String = "The listing was taken down without any word of why."
    ) async throws -> [UInt8] {
        let answer: SubmitCaseResponse = try await connection.call(
            CaseServiceMethods.submitCase,
            SubmitCaseRequest(draft: Sample.draft(reference, platform: platform, facts: facts)),
            key: Sample.key())
        return try #require(answer.receipt?.caseID)
    }

    /// The next `count` entries; bookmarks are passed over.
    private func entries(
        _ count: Int, from iterator: inout InboxStream.Responses.Iterator
    ) async throws -> [InboxEntry] {
        var found: [InboxEntry] = []
        while found.count < count {
            let response = try #require(try await iterator.next(isolation: nil))
            if case .entry(let entry) = response.content { found.append(entry) }
        }
        return found
    }

    /// So many entries of a watch, taken up from its place if it was ended for not being read.
    private func all(
        _ count: Int, of connection: ClientConnection, from first: InboxStream
    ) async throws -> [InboxEntry] {
        var found: [InboxEntry] = []
        var call = first
        while found.count < count {
            do throws(CallFailure) {
                for try await response in call.responses {
                    if case .entry(let entry) = response.content { found.append(entry) }
                    if found.count == count { break }
                }
            } catch {
                guard error.status.code == .resourceExhausted else { throw error }
                call = try await watch(
                    connection, WatchInboxRequest(cursor: found.last?.cursor ?? []))
            }
        }
        return found
    }

    /// How a watch ends.
    private func end(
        _ iterator: inout InboxStream.Responses.Iterator
    ) async -> RPCStatus {
        do throws(CallFailure) {
            while try await iterator.next(isolation: nil) != nil {}
            return .ok
        } catch {
            return error.status
        }
    }

    @Test("A watch tells what came and what comes; taken up from a cursor, nothing twice")
    func inbox() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let platform = try await world.join(.platform, "amazon")
        try await world.mandate("ajc")
        var filed = [try await file(association, "R-1"), try await file(association, "R-2")]
        let call = try await watch(platform)
        var iterator = call.responses.makeAsyncIterator()
        var seen = try await entries(2, from: &iterator)
        filed.append(try await file(association, "R-3"))
        seen += try await entries(1, from: &iterator)
        #expect(seen.map { $0.caseFile?.id ?? [] } == filed)
        call.cancel()
        let again = try await watch(platform, WatchInboxRequest(cursor: seen[0].cursor))
        var rest = again.responses.makeAsyncIterator()
        let later = try await entries(2, from: &rest)
        #expect(later.map(\.cursor) == seen[1...].map(\.cursor))
        let fresh = try await watch(platform, WatchInboxRequest(fromNow: true))
        var next = fresh.responses.makeAsyncIterator()
        guard case .bookmark(let place)? = try await next.next(isolation: nil)?.content else {
            Issue.record("a watch says at once where it begins")
            return
        }
        #expect(place == seen[2].cursor)
        filed.append(try await file(association, "R-4"))
        let newest = try await entries(1, from: &next)
        #expect(newest.map { $0.caseFile?.id ?? [] } == [filed[3]])
        await world.stop()
    }

    @Test("A silent watch says its place again and again")
    func heartbeat() async throws {
        var limits = ServiceLimits()
        limits.watchSilence = .milliseconds(100)
        let world = try await World(limits: limits)
        let platform = try await world.join(.platform, "amazon")
        let call = try await watch(platform)
        var bookmarks: [[UInt8]] = []
        for try await response in call.responses {
            if case .bookmark(let place) = response.content { bookmarks.append(place) }
            if bookmarks.count == 3 { break }
        }
        #expect(Set(bookmarks).count == 1)
        await world.stop()
    }

    @Test("A partner holds so many watches, and one that is left makes room")
    func quota() async throws {
        var limits = ServiceLimits()
        limits.watchesPerPartner = 2
        let world = try await World(limits: limits)
        let platform = try await world.join(.platform, "amazon")
        let other = try await world.join(.platform, "wish")
        var held: [InboxStream] = []
        for _ in 0..<2 {
            let call = try await watch(platform)
            var iterator = call.responses.makeAsyncIterator()
            _ = try await iterator.next(isolation: nil)
            held.append(call)
        }
        let third = try await watch(platform)
        var refused = third.responses.makeAsyncIterator()
        let refusal = await end(&refused)
        #expect(refusal.code == .resourceExhausted)
        let foreign = try await watch(other)
        var free = foreign.responses.makeAsyncIterator()
        let foreignWord = try await free.next(isolation: nil)
        #expect(foreignWord != nil)
        held[0].cancel()
        while world.service.watchCount > 2 { try await Task.sleep(for: .milliseconds(5)) }
        let fourth = try await watch(platform)
        var welcome = fourth.responses.makeAsyncIterator()
        let firstWord = try await welcome.next(isolation: nil)
        #expect(firstWord != nil)
        await world.stop()
    }

    @Test("A drain ends watches at once, to be taken up elsewhere; a revoked key ends its own")
    func ends() async throws {
        let world = try await World()
        let platform = try await world.join(.platform, "amazon")
        let revoked = try await world.register(.platform, "wish")
        let doomed = try await world.connect(revoked)
        let leaving = try await watch(doomed)
        var left = leaving.responses.makeAsyncIterator()
        _ = try await left.next(isolation: nil)
        let root = try await world.connect(world.operators)
        let _: RevokeCertificateResponse = try await root.call(
            PartnerServiceMethods.revokeCertificate,
            RevokeCertificateRequest(
                kind: .platform, slug: "wish", spkiSha256: revoked.spkiSHA256))
        let ending = await end(&left)
        #expect(ending != .ok)
        // A connection that nobody holds closes itself; this one was to be closed by the server.
        withExtendedLifetime(doomed) {}
        while world.service.watchCount > 0 { try await Task.sleep(for: .milliseconds(5)) }
        let call = try await watch(platform)
        var iterator = call.responses.makeAsyncIterator()
        _ = try await iterator.next(isolation: nil)
        let begun = ContinuousClock.now
        async let stopped: Void = world.stop()
        let status = await end(&iterator)
        #expect(status.code == .unavailable)
        #expect(status.reason == "DRAINING")
        await stopped
        #expect(ContinuousClock.now - begun < .seconds(4))
        #expect(world.service.watchCount == 0)
    }

    @Test("A watched case tells each change once; the other side's secrets do not stir it")
    func caseWatch() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let platform = try await world.join(.platform, "amazon")
        let mediator = try await world.join(.mediator, "claire")
        try await world.mandate("ajc")
        let identifier = try await file(association, "R-1")
        let act = { (actor: ClientConnection, action: Action.Kind) async throws in
            let _: ActResponse = try await actor.call(
                ActionServiceMethods.act,
                ActRequest(caseID: identifier, action: Action(kind: action)), key: Sample.key())
        }
        try await act(mediator, .takeOver(Reason(text: "It waits too long.")))
        let call = try await watchCase(association, WatchCaseRequest(caseID: identifier))
        var iterator = call.responses.makeAsyncIterator()
        func next() async throws -> CaseUpdate? {
            while let response = try await iterator.next(isolation: nil) {
                if case .change(let change) = response.content { return change }
            }
            return nil
        }
        let first = try #require(try await next())
        #expect(first.events.map(\.kind) == [.submitted, .transmitted, .takenOver])
        #expect(first.caseFile?.version == 3)
        let secret = ConfidentialNote(side: .platform, writing: Writing(text: "Our offer."))
        try await act(platform, .note(secret))
        try await act(platform, .postMessage(Writing(text: "We look at it.")))
        let second = try #require(try await next())
        #expect(second.events.map(\.kind) == [.messagePosted])
        #expect(second.events.map(\.sequence) == [5])
        #expect(second.caseFile?.mediation?.notes.isEmpty == true)
        let late = try await watchCase(
            association, WatchCaseRequest(caseID: identifier, afterVersion: 5))
        var resumed = late.responses.makeAsyncIterator()
        guard case .change(let same)? = try await resumed.next(isolation: nil)?.content else {
            Issue.record("a watch begins with the case as it is")
            return
        }
        #expect(same.events.isEmpty)
        #expect(same.caseFile?.version == 5)
        let stranger = try await world.join(.association, "other")
        let foreign = try await watchCase(stranger, WatchCaseRequest(caseID: identifier))
        await #expect(throws: CallFailure.self) { try await foreign.onlyResponse() }
        await world.stop()
    }

    @Test("Who does not read is not written to, and misses nothing; others do not wait for it")
    func stalled() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let credentials = try await world.register(.platform, "amazon")
        let slow = try await world.connect(credentials)
        let fast = try await world.connect(credentials)
        try await world.mandate("ajc")
        let stalled = try await watch(slow)
        let reading = try await watch(fast)
        let facts = String(repeating: "The listing was taken down. ", count: 350)
        let count = 700
        var filed: [[UInt8]] = []
        for number in 0..<count {
            filed.append(try await file(association, "R-\(number)", facts: facts))
        }
        var quick = reading.responses.makeAsyncIterator()
        let prompt = try await entries(count, from: &quick)
        #expect(prompt.map { $0.caseFile?.id ?? [] } == filed)
        // Its credit of 4 MiB, one message and one page, and not the 7 MB that are there for it.
        let whole = UInt64(count * facts.utf8.count)
        #expect(world.server.counts.bytesSent < whole * 9 / 5)
        let late = try await all(count, of: slow, from: stalled)
        #expect(late.map { $0.caseFile?.id ?? [] } == filed)
        await world.stop()
    }
}
