// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursTesting
import Testing

@Suite("Watching through the client", .timeLimit(.minutes(2)))
struct WatchTests {
    private struct Table {
        let server: RecoursTestServer
        let association: RecoursClient
        let platform: RecoursClient

        init() async throws {
            server = try await RecoursTestServer.start()
            association = try await server.client(.association, "ateliers")
            platform = try await server.client(.platform, "amazon")
            try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        }

        func file(_ number: Int) async throws -> [UInt8] {
            try await association.cases.submit(Drafts.draft("R-\(number)")).caseID
        }
    }

    @Test("A watch goes over a restarted server: every entry once, in order")
    func restart() async throws {
        let table = try await Table()
        var filed: [[UInt8]] = []
        var seen: [[UInt8]] = []
        var watch = table.platform.inbox.watch().makeAsyncIterator()
        for round in 0..<4 {
            if round > 0 { try await table.server.restart() }
            for number in 0..<5 { filed.append(try await table.file(round * 5 + number)) }
            while seen.count < filed.count {
                let entry = try #require(try await watch.next())
                seen.append(try #require(entry.caseFile?.id))
            }
            #expect(seen == filed)
        }
        #expect(watch.cursor != nil)
        await table.server.stop()
    }

    @Test("A watched case tells what it is, then what changes, also after a restart")
    func changes() async throws {
        let table = try await Table()
        let identifier = try await table.file(1)
        var watch = table.association.cases.watch(id: identifier).makeAsyncIterator()
        let first = try #require(try await watch.next())
        #expect(first.caseFile?.state == .transmitted)
        #expect(first.events.map(\.kind) == [.submitted, .transmitted])
        _ = try await table.platform.inbox.acknowledge([identifier], contact: Drafts.contact)
        let second = try #require(try await watch.next())
        #expect(second.events.map(\.kind) == [.acknowledged])
        try await table.server.restart()
        _ = try await table.platform.responses.respond(
            to: identifier, expectedVersion: 3, Drafts.remedyDone())
        let third = try #require(try await watch.next())
        #expect(third.events.map(\.kind) == [.responded])
        #expect(third.caseFile?.state == .answered)
        #expect(watch.version == 4)
        await table.server.stop()
    }

    @Test("A watch from now on tells nothing of before; a stranger's case is not found")
    func fromNow() async throws {
        let table = try await Table()
        let identifier = try await table.file(1)
        let other = try await table.server.client(.association, "others")
        let error = await #expect(throws: RecoursError.self) {
            for try await _ in other.cases.watch(id: identifier) {}
        }
        #expect(error?.code == .notFound)
        let mediator = try await table.server.client(.mediator, "claire")
        let watching = Task { () async throws -> QueueChange? in
            for try await change in mediator.mediation.watchQueue() { return change }
            return nil
        }
        let inbox = Task { () async throws -> InboxEntry? in
            for try await entry in table.platform.inbox.watch(after: nil) { return entry }
            return nil
        }
        // Until both watches have begun, new cases are filed: each tells of one of these.
        var later: [[UInt8]] = []
        var number = 2
        while later.count < 20 {
            later.append(try await table.file(number))
            number += 1
            try await Task.sleep(for: .milliseconds(20))
        }
        let entry = try #require(try await inbox.value)
        #expect(entry.caseFile?.id != identifier)
        watching.cancel()
        await #expect(throws: RecoursError.self) { try await watching.value }
        await table.server.stop()
    }
}
