// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursMessages
import RecoursStore
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

/// Two servers with one store, that share their files.
@Suite("Evidence of two servers", .timeLimit(.minutes(2)))
struct SharedEvidenceTests {
    private typealias File = EvidenceServiceTests.File

    private struct Pair {
        let first: World
        let second: World
        /// The same association at each.
        let connections: [ClientConnection]
        private let directories: [EvidenceDirectory]
        private let path: String

        init() async throws {
            path = NSTemporaryDirectory() + "recours-shared-\(UUID().uuidString)"
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
            let path = path
            directories = try (1...2).map { number in
                try EvidenceDirectory(
                    path: path + "/evidence", sharedBy: "\(path)/server-\(number)"
                ) { try SHA256ContentHasher() }
            }
            first = try await World(evidence: directories[0])
            second = try await World(evidence: directories[1], over: first.store)
            let there = try await first.join(.association, "ajc")
            try await first.mandate("ajc")
            // Each has an authority of its own: the partner has a certificate of either.
            let credentials = try second.credentials(.association, "ajc")
            let key = RecoursStore.BoundKey(
                spkiSHA256: credentials.spkiSHA256, notAfter: WallClock.system(), instance: "b")
            _ = await first.store.execute(
                .bindKey(.init(kind: .association, slug: "ajc"), key))
            try await second.service.refreshRegistry()
            connections = [there, try await second.connect(credentials)]
        }

        /// Sweeps at both until cancelled; returns how often.
        func sweep() async throws -> Int {
            let collectors = directories.map {
                EvidenceCollector(store: first.store, directory: $0)
            }
            var count = 0
            while !Task.isCancelled {
                _ = try await collectors[count % 2].run(at: WallClock.system())
                count += 1
            }
            return count
        }

        func stop() async {
            await second.stopServing()
            await first.stop()
            for directory in directories { directory.close() }
            // What stays is the system's to remove.
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    private let calls = EvidenceServiceTests()

    /// Uploads a file as the SDK does: again if the server says so.
    private func upload(_ file: File, _ connection: ClientConnection) async throws -> Evidence {
        while true {
            do {
                return try await calls.upload(file, connection)
            } catch let failure as CallFailure where failure.status.code == .unavailable {
                continue
            }
        }
    }

    @Test("A file brought to one is named and read at the other, while both sweep all the time")
    func sweeping() async throws {
        let pair = try await Pair()
        let sweeps = Task { try await pair.sweep() }
        var kept: [(file: File, identifier: [UInt8])] = []
        for number in 0..<60 {
            let (here, there) = (pair.connections[number % 2], pair.connections[1 - number % 2])
            let file = try File(2_000 + number, seed: UInt8(number))
            let evidence = try await upload(file, here)
            kept.append((file, evidence.id))
            let read = try await calls.download(DownloadRequest(id: evidence.id), there)
            #expect(read.bytes == file.bytes)
            guard number.isMultiple(of: 10) else { continue }
            var draft = Sample.draft("R-\(number)")
            draft.evidenceIDs = [evidence.id]
            let _: SubmitCaseResponse = try await there.call(
                CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft), key: Sample.key())
        }
        sweeps.cancel()
        #expect(try await sweeps.value > 1)
        for (file, identifier) in kept {
            for connection in pair.connections {
                let read = try await calls.download(DownloadRequest(id: identifier), connection)
                #expect(read.bytes == file.bytes)
            }
        }
        await pair.stop()
    }

    @Test("An upload whose client goes to the other server begins again there, and is one file")
    func moving() async throws {
        let pair = try await Pair()
        let (here, there) = (pair.connections[0], pair.connections[1])
        let file = try File(300_000)
        let begun = try await calls.begin(file, here)
        let broken = try await calls.send(
            file.bytes.prefix(200_000), of: begun.uploadID, from: 0, ends: false, here)
        var offset: UInt64 = 0
        while offset < 200_000 { offset = try await calls.begin(file, here).offset }
        let again = try await calls.begin(file, there)
        #expect(again.uploadID == begun.uploadID && again.offset == 0)
        // Both bring it at once, each in its own place.
        let second = try await calls.send(
            file.bytes.prefix(100_000), of: begun.uploadID, from: 0, ends: false, there)
        while try await calls.begin(file, there).offset < 100_000 {}
        second.cancel()
        let evidence = try await calls.upload(file, there)
        #expect(evidence.id == begun.uploadID)
        broken.cancel()
        // At the first the same key is the file that is there, and nothing is left to send.
        let done = try await calls.begin(file, here)
        #expect(done.complete)
        for connection in pair.connections {
            let read = try await calls.download(DownloadRequest(id: evidence.id), connection)
            #expect(read.bytes == file.bytes)
        }
        await pair.stop()
    }
}
