// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCrypto
import RecoursMessages
import RecoursStore
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Evidence service", .timeLimit(.minutes(1)))
struct EvidenceServiceTests {
    /// A file of evidence, with what is said of it.
    struct File {
        let bytes: [UInt8]
        let request: BeginUploadRequest
        let key = Sample.key()

        init(
            _ count: Int, media: EvidenceMedia = .pdf,
            visibility: EvidenceVisibility = .parties, seed: UInt8 = 1
        ) throws {
            let start = media == .pdf ? Array("%PDF-1.7\n".utf8) : []
            bytes = start + (start.count..<count).map { UInt8(truncatingIfNeeded: $0) &* seed }
            request = BeginUploadRequest(
                name: "preuve.pdf", size: UInt64(bytes.count),
                sha256: try SHA256.digest(of: bytes).bytes, media: media,
                visibility: visibility, capturedAtMs: 1_700_000_000_000,
                sourceURL: "https://example.fr/annonce")
        }
    }

    func begin(
        _ file: File, _ connection: ClientConnection
    ) async throws -> BeginUploadResponse {
        try await connection.call(
            EvidenceServiceMethods.beginUpload, file.request, key: file.key)
    }

    func send(
        _ bytes: some Sequence<UInt8>, of upload: [UInt8], from offset: UInt64,
        chunk: Int = 100_000, ends: Bool = true, _ connection: ClientConnection
    ) async throws -> StreamingCall<UploadItem, UploadResponse> {
        let call: StreamingCall<UploadItem, UploadResponse> = try await connection.streaming(
            EvidenceServiceMethods.upload, CallOptions(timeout: .seconds(20)))
        let bytes = Array(bytes)
        do throws(CallFailure) {
            try await call.send(
                UploadItem(item: .start(UploadStart(uploadID: upload, offset: offset))))
            for start in stride(from: 0, to: bytes.count, by: chunk) {
                try await call.send(
                    UploadItem(item: .chunk(Array(bytes[start...].prefix(chunk)))))
            }
        } catch {
            // A server that refuses ends the call at once; its answer says why.
        }
        if ends { call.finishSending() }
        return call
    }

    func upload(_ file: File, _ connection: ClientConnection) async throws -> Evidence {
        let begun = try await begin(file, connection)
        let answer = try await send(
            file.bytes.dropFirst(Int(begun.offset)), of: begun.uploadID, from: begun.offset,
            connection
        ).onlyResponse()
        return try #require(answer.evidence)
    }

    func download(
        _ request: DownloadRequest, _ connection: ClientConnection
    ) async throws -> (head: DownloadHead, bytes: [UInt8], longest: Int) {
        let call: StreamingCall<DownloadRequest, DownloadItem> = try await connection.streaming(
            EvidenceServiceMethods.download, CallOptions(timeout: .seconds(20)))
        try await call.send(request)
        call.finishSending()
        var head: DownloadHead?
        var bytes: [UInt8] = []
        var longest = 0
        for try await item in call.responses {
            switch item.item {
            case .head(let one): head = one
            case .chunk(let chunk):
                bytes += chunk
                longest = max(longest, chunk.count)
            case nil: Issue.record("an empty item")
            }
        }
        return (try #require(head), bytes, longest)
    }

    func status(_ call: StreamingCall<UploadItem, UploadResponse>) async -> RPCStatus {
        do throws(CallFailure) {
            _ = try await call.onlyResponse()
            return .ok
        } catch {
            return error.status
        }
    }

    @Test("A file goes up in chunks and comes down in ranges")
    func roundTrip() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let file = try File(1_000_000)
        let evidence = try await upload(file, association)
        #expect(evidence.name == "preuve.pdf")
        #expect(evidence.sha256 == file.request.sha256)
        #expect(evidence.scan == .pending)
        #expect(evidence.caseID.isEmpty)
        #expect(evidence.side == "complainant")
        let whole = try await download(DownloadRequest(id: evidence.id), association)
        #expect(whole.head.evidence == evidence)
        #expect(whole.head.length == 1_000_000)
        #expect(whole.bytes == file.bytes)
        #expect(whole.longest == 65_536)
        for (offset, length, expected) in [
            (999_990, 0, 999_990..<1_000_000), (300_000, 70_000, 300_000..<370_000),
            (1_000_000, 5, 1_000_000..<1_000_000), (5, 2_000_000, 5..<1_000_000),
        ] {
            let part = try await download(
                DownloadRequest(
                    id: evidence.id, offset: UInt64(offset), length: UInt64(length)),
                association)
            #expect(part.bytes == Array(file.bytes[expected]))
            #expect(part.head.offset == UInt64(offset))
        }
        let beyond = await association.failure(
            EvidenceServiceMethods.download,
            DownloadRequest(id: evidence.id, offset: 1_000_001))
        #expect(beyond.code == .outOfRange)
        let got: GetEvidenceResponse = try await association.call(
            EvidenceServiceMethods.getEvidence, GetEvidenceRequest(id: evidence.id))
        #expect(got.evidence == evidence)
        let listed: ListEvidenceResponse = try await association.call(
            EvidenceServiceMethods.listEvidence, ListEvidenceRequest())
        #expect(listed.evidence == [evidence])
        await world.stop()
    }

    @Test("A file whose bytes have changed is not handed out, and health tells of it")
    func damagedFile() async throws {
        let files = try EvidenceDirectory.temporary { try SHA256ContentHasher() }
        let world = try await World(evidence: files)
        let association = try await world.join(.association, "ajc")
        let whole = try await upload(try File(5_000), association)
        let damaged = try await upload(try File(5_000, seed: 2), association)
        let path = files.path(of: damaged.sha256)
        var bytes = try #require(FileManager.default.contents(atPath: path))
        bytes[2_000] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
        let failure = await association.failure(
            EvidenceServiceMethods.download, DownloadRequest(id: damaged.id))
        #expect(failure.code == .dataLoss)
        let good = try await download(DownloadRequest(id: whole.id), association)
        #expect(good.bytes.count == 5_000)
        let health: HealthCheckResponse = try await association.call(
            HealthServiceMethods.check, HealthCheckRequest())
        #expect(health.damaged && health.state == .serving)
        // With the right bytes in its place again it is handed out at once.
        bytes[2_000] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
        let mended = try await download(DownloadRequest(id: damaged.id), association)
        #expect(mended.bytes.count == 5_000)
        await world.stop()
    }

    @Test("The same key is the same upload, which goes on after a break")
    func resuming() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let file = try File(500_000)
        let begun = try await begin(file, association)
        #expect(begun.offset == 0 && !begun.complete)
        let broken = try await send(
            file.bytes.prefix(300_000), of: begun.uploadID, from: 0, ends: false, association)
        // What was sent may still be on its way; cancelling drops what has not come.
        var offset: UInt64 = 0
        while offset < 300_000 { offset = try await begin(file, association).offset }
        broken.cancel()
        let again = try await begin(file, association)
        #expect(again.uploadID == begun.uploadID)
        #expect(again.offset == 300_000)
        let evidence = try await upload(file, association)
        #expect(evidence.id == begun.uploadID)
        let done = try await begin(file, association)
        #expect(done.complete && done.offset == 500_000)
        // A stream whose answer was lost is answered again.
        let repeated = try await send([], of: begun.uploadID, from: 500_000, association)
        #expect(try await repeated.onlyResponse().evidence == evidence)
        let whole = try await download(DownloadRequest(id: evidence.id), association)
        #expect(whole.bytes == file.bytes)
        var other = file.request
        other.name = "autre.pdf"
        let conflict = await association.failure(
            EvidenceServiceMethods.beginUpload, other, key: file.key)
        #expect(conflict.code == .alreadyExists)
        // Another partner's upload under the same key is another upload.
        let platform = try await world.join(.platform, "amazon")
        let theirs = try await begin(file, platform)
        #expect(theirs.uploadID != begun.uploadID && theirs.offset == 0)
        let stolen = await status(
            try await send(file.bytes, of: again.uploadID, from: 0, platform))
        #expect(stolen.code == .notFound)
        await world.stop()
    }

    @Test("A file that is not what was announced is refused, and so is a chunk too many")
    func refusals() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let file = try File(10_000)
        let begun = try await begin(file, association)
        var wrong = file.bytes
        wrong[5_000] ^= 1
        var refused = await status(
            try await send(wrong, of: begun.uploadID, from: 0, association))
        #expect(refused.code == .invalidArgument)
        #expect(refused.violations.map(\.code) == ["HASH_MISMATCH"])
        let gone = await status(
            try await send(file.bytes, of: begun.uploadID, from: 0, association))
        #expect(gone.code == .notFound)
        let disguised = try File(10_000, media: .png)
        let second = try await begin(disguised, association)
        refused = await status(
            try await send(disguised.bytes, of: second.uploadID, from: 0, association))
        #expect(refused.violations.map(\.code) == ["MEDIA_MISMATCH"])
        let third = try await begin(file, association)
        refused = await status(
            try await send(file.bytes + [1], of: third.uploadID, from: 0, association))
        #expect(refused.violations.map(\.code) == ["TOO_LARGE"])
        refused = await status(
            try await send(file.bytes.prefix(9), of: third.uploadID, from: 0, association))
        #expect(refused.code == .failedPrecondition)
        refused = await status(
            try await send(
                [UInt8](repeating: 0, count: 300_000), of: third.uploadID, from: 0,
                chunk: 300_000, association))
        #expect(refused.violations.map(\.limit) == [262_144])
        let nothing: BeginUploadRequest = BeginUploadRequest(name: "a/b", size: 1)
        let form = await association.failure(
            EvidenceServiceMethods.beginUpload, nothing, key: Sample.key())
        #expect(
            Set(form.violations.map(\.fieldPath)) == ["name", "sha256", "media", "visibility"])
        let keyless = await association.failure(
            EvidenceServiceMethods.beginUpload, file.request)
        #expect(keyless.violations.map(\.fieldPath) == ["idempotency_key"])
        await world.stop()
    }

    @Test("Evidence is seen by its side, by the other as far as it may, and by nobody else")
    func visibility() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let platform = try await world.join(.platform, "amazon")
        let other = try await world.join(.platform, "wish")
        let mediator = try await world.join(.mediator, "m-durand")
        try await world.mandate("ajc")
        let open = try await upload(File(1_000), association)
        let closed = try await upload(
            File(1_000, visibility: .mediatorOnly, seed: 3), association)
        let missing = await platform.failure(
            EvidenceServiceMethods.getEvidence,
            GetEvidenceRequest(id: [UInt8](repeating: 1, count: 16)))
        #expect(missing.code == .notFound)
        for stranger in [platform, other, mediator] {
            let hidden = await stranger.failure(
                EvidenceServiceMethods.getEvidence, GetEvidenceRequest(id: open.id))
            #expect(hidden.code == missing.code && hidden.message == missing.message)
            #expect(hidden.details == missing.details)
        }
        var draft = Sample.draft("R-1")
        draft.evidenceIDs = [open.id, closed.id]
        let filed: SubmitCaseResponse = try await association.call(
            CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft), key: Sample.key())
        let caseID = try #require(filed.receipt?.caseID)
        for (viewer, expected) in [
            (association, [open.id, closed.id]), (platform, [open.id]),
            (mediator, [open.id, closed.id]),
        ] {
            let list: ListEvidenceResponse = try await viewer.call(
                EvidenceServiceMethods.listEvidence, ListEvidenceRequest(caseID: caseID))
            #expect(list.evidence.map(\.id) == expected)
            #expect(list.evidence.allSatisfy { $0.caseID == caseID })
        }
        let part = try await download(DownloadRequest(id: open.id, offset: 990), platform)
        #expect(part.bytes.count == 10)
        for (viewer, identifier) in [(platform, closed.id), (other, open.id)] {
            let hidden = await viewer.failure(
                EvidenceServiceMethods.download, DownloadRequest(id: identifier))
            #expect(hidden.code == .notFound && hidden.message == missing.message)
        }
        let list = await other.failure(
            EvidenceServiceMethods.listEvidence, ListEvidenceRequest(caseID: caseID))
        #expect(list.code == .notFound)
        let operators = try await world.connect(world.operators)
        let forbidden = await operators.failure(
            EvidenceServiceMethods.getEvidence, GetEvidenceRequest(id: open.id))
        #expect(forbidden.code == .permissionDenied)
        await world.stop()
    }

    @Test("A case that names files which are not the submitter's is refused with their places")
    func unknownEvidence() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        let platform = try await world.join(.platform, "amazon")
        try await world.mandate("ajc")
        let mine = try await upload(File(1_000), association)
        let theirs = try await upload(File(1_000, seed: 5), platform)
        var draft = Sample.draft("R-1")
        draft.evidenceIDs = [mine.id, theirs.id]
        let refused = await association.failure(
            CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft), key: Sample.key())
        #expect(refused.violations.map(\.fieldPath) == ["evidence_ids[1]"])
        #expect(refused.violations.map(\.code) == ["UNKNOWN_EVIDENCE"])
        draft.evidenceIDs = [mine.id]
        let filed: SubmitCaseResponse = try await association.call(
            CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft), key: Sample.key())
        let caseID = try #require(filed.receipt?.caseID)
        var answer = Sample.explanation(Sample.key())
        answer.evidenceIDs = [theirs.id]
        let _: RespondResponse = try await platform.call(
            ResponseServiceMethods.respond,
            RespondRequest(caseID: caseID, response: answer))
        let seen: GetEvidenceResponse = try await association.call(
            EvidenceServiceMethods.getEvidence, GetEvidenceRequest(id: theirs.id))
        #expect(seen.evidence?.side == "platform")
        await world.stop()
    }

    @Test("One partner has four uploads at once, and another is not held up by them")
    func quota() async throws {
        let world = try await World()
        let association = try await world.join(.association, "ajc")
        var calls: [StreamingCall<UploadItem, UploadResponse>] = []
        for number in 0..<5 {
            let file = try File(1_000 + number)
            let begun = try await begin(file, association)
            let call = try await send(
                file.bytes.prefix(500), of: begun.uploadID, from: 0, ends: false, association)
            calls.append(call)
            var offset: UInt64 = 0
            while offset < 500, number < 4 { offset = try await begin(file, association).offset }
        }
        let refused = await status(calls[4])
        #expect(refused.code == .resourceExhausted)
        let platform = try await world.join(.platform, "amazon")
        _ = try await upload(File(1_000), platform)
        for call in calls { call.cancel() }
        await world.stop()
    }
}
