// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
public import RecoursMessages
internal import RecoursTransport

/// Files that prove what a case says. Get it from `RecoursClient.evidence`.
///
/// A file is uploaded first, and named afterwards in a case, a response or an action, by its
/// identifier. What no case has taken within seven days is deleted.
public struct EvidenceCalls: Sendable {
    let client: RecoursClient

    /// Uploads a file; returns when it is on the server's disk. Goes on by itself after a break.
    ///
    /// - Parameters:
    ///   - key: keep it with the file if you may have to go on after a restart of your own: the
    ///     same key is the same upload, which goes on from what has come.
    ///   - progress: told of the bytes sent so far.
    /// - Throws: `invalidArgument` with all `violations`, `HASH_MISMATCH` and `MEDIA_MISMATCH`
    ///   among them; `alreadyExists` for a key used with another file; `resourceExhausted` for a
    ///   partner with too much under way.
    public func upload(
        _ content: EvidenceContent, as description: EvidenceDescription,
        key: IdempotencyKey = IdempotencyKey(),
        progress: @escaping @Sendable (UInt64) -> Void = { _ in }
    ) async throws(RecoursError) -> Evidence {
        let request = BeginUploadRequest(
            name: description.name, size: content.size, sha256: try content.digest(),
            media: description.media, visibility: description.visibility,
            capturedAtMs: description.capturedAtMs, sourceURL: description.sourceURL)
        return try await EvidenceUpload(
            client: client, content: content, request: request, key: key, progress: progress
        ).run()
    }

    /// What is known of a file.
    ///
    /// - Throws: `notFound` for one that is not there, or not the caller's to see.
    public func get(
        id: [UInt8], deadline: Duration? = nil
    ) async throws(RecoursError) -> Evidence {
        let answer = try await client.caller.call(
            EvidenceServiceMethods.getEvidence, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await EvidenceServiceStub(caller: maker).getEvidence(
                GetEvidenceRequest(id: id), options)
        }
        guard let evidence = answer.evidence else {
            throw .incomplete("GetEvidenceResponse.evidence")
        }
        return evidence
    }

    /// The files of a case which the caller may see, oldest first; without a case, the caller's own
    /// that no case has taken.
    public func list(
        caseID: [UInt8] = [], deadline: Duration? = nil
    ) async throws(RecoursError) -> [Evidence] {
        try await client.caller.call(EvidenceServiceMethods.listEvidence, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await EvidenceServiceStub(caller: maker).listEvidence(
                ListEvidenceRequest(caseID: caseID), options)
        }.evidence
    }

    /// A file's content in memory: at most 20 MiB, held against its SHA-256.
    ///
    /// - Throws: `notFound`; `dataLoss` if what came is not what was uploaded.
    public func download(
        id: [UInt8]
    ) async throws(RecoursError) -> (evidence: Evidence, bytes: [UInt8]) {
        var bytes: [UInt8] = []
        let evidence = try await EvidenceDownload(client: client, id: id).run(from: 0) {
            chunk, _ throws(RecoursError) in bytes += chunk
        }
        try check(.bytes(bytes), evidence)
        return (evidence, bytes)
    }

    /// Downloads a file to a path, held against its SHA-256. It is written to `path.part` first,
    /// and what an earlier attempt has left there is not fetched again.
    ///
    /// - Throws: `notFound`; `dataLoss` if what came is not what was uploaded;
    ///   `invalidArgument` if the file cannot be written.
    public func download(
        id: [UInt8], to path: String,
        progress: @escaping @Sendable (_ received: UInt64) -> Void = { _ in }
    ) async throws(RecoursError) -> Evidence {
        let partial = path + ".part"
        let file = try LocalFile(writing: partial)
        let known = try await get(id: id)
        if try file.size() > known.size { try file.truncate() }
        let evidence = try await EvidenceDownload(client: client, id: id).run(
            from: try file.size()
        ) { chunk, place throws(RecoursError) in
            try file.write(chunk, at: place)
            progress(place + UInt64(chunk.count))
        }
        do throws(RecoursError) {
            try check(try .file(partial), evidence)
        } catch {
            // It would be wrong again if the next attempt went on from it.
            try file.truncate()
            throw error
        }
        try LocalFile.rename(partial, to: path)
        return evidence
    }

    private func check(_ content: EvidenceContent, _ evidence: Evidence) throws(RecoursError) {
        guard try content.digest() == evidence.sha256 else {
            throw RecoursError(
                code: .dataLoss, message: "what came is not what was uploaded",
                remedy: "Download it again.", origin: .server)
        }
    }
}
