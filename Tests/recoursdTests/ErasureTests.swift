// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import Testing

@Suite("What an erased case leaves behind", .timeLimit(.minutes(2)))
struct ErasureTests {
    private static let siren = CanaryCases.siren
    /// As SQLite keeps a number of its size.
    private static let sirenNumber = Data([0x18, 0x21, 0x43, 0x18])
    private static let sandbox = ["RECOURS_CLOCK_SANDBOX": "true", "RECOURS_LOG_LEVEL": "debug"]

    /// All files of the store, whole.
    private func store(_ server: RealServer) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let found = FileManager.default.enumerator(atPath: server.store)
        while let name = found?.nextObject() as? String {
            let path = "\(server.store)/\(name)"
            if let data = FileManager.default.contents(atPath: path) { files[name] = data }
        }
        return files
    }

    private func isThere(_ word: Data, in files: [String: Data]) -> Bool {
        files.values.contains { $0.range(of: word) != nil }
    }

    private func count(_ word: Data, in files: [String: Data]) -> Int {
        files.values.reduce(0) { sum, data in
            var (count, start) = (0, data.startIndex)
            while let found = data.range(of: word, in: start..<data.endIndex) {
                (count, start) = (count + 1, found.upperBound)
            }
            return sum + count
        }
    }

    /// A mediator does not even learn that there is a draft.
    private func isHidden(_ draft: [UInt8], from mediator: RecoursClient) async {
        let hidden = await #expect(throws: RecoursError.self) {
            try await mediator.retention.erase(id: draft, reason: "asked for")
        }
        #expect(hidden?.code == .notFound)
    }

    @Test("No word of it, its firm's number nowhere, and a restored backup brings nothing back")
    func canaries() async throws {
        let server = try RealServer(Self.sandbox)
        try await CanaryCases.join(server)
        await server.stop()
        // Its mandate is the firm's and the association's, and stays.
        let siren = Data(Self.siren.utf8)
        let before = try store(server)
        let inMandates = count(siren, in: before)
        #expect(inMandates > 0 && !isThere(Self.sirenNumber, in: before))

        try server.start(Self.sandbox)
        let cases = try CanaryCases(server)
        let (canary, parties) = (cases.canary, cases.parties)
        let idle = try await parties.association.cases.saveDraft(cases.draft()).caseID
        let first = try await cases.turnedAway()
        let open = try await parties.association.cases.submit(cases.draft()).caseID
        let second = try await cases.rerouted(into: open)
        let third = try await cases.mediated()
        _ = try await parties.association.cases.withdraw(id: open, reason: canary("open"))
        var errors = await server.stop().errors
        let alive = try store(server)
        let database = try #require(alive["store.sqlite"])
        // Otherwise finding none afterwards would mean nothing.
        for word in canary.all { #expect(isThere(Data(word.utf8), in: alive), "\(word)") }
        #expect(count(siren, in: alive) > inMandates && isThere(Self.sirenNumber, in: alive))

        try server.start(Self.sandbox)
        let root = try server.client("operator")
        await isHidden(idle, from: try server.client("durand"))
        for id in [idle, first, open, second, third] {
            _ = try await root.retention.erase(id: id, reason: "asked for")
        }
        errors += await server.stop().errors
        func isClean(_ when: String) throws {
            let files = try store(server)
            for word in canary.all {
                #expect(!isThere(Data(word.utf8), in: files), "\(word) \(when)")
            }
            #expect(count(siren, in: files) == inMandates, "\(when)")
            #expect(!isThere(Self.sirenNumber, in: files), "\(when)")
        }
        try isClean("after erasing")

        try database.write(to: URL(fileURLWithPath: "\(server.store)/store.sqlite"))
        try server.start(Self.sandbox)
        _ = try await server.client("operator").operator.clock()
        errors += await server.stop().errors
        #expect(errors.contains("erased again"))
        try isClean("after a restore")
        for word in canary.all { #expect(!errors.contains(word), "\(word) in the log") }
    }
}
