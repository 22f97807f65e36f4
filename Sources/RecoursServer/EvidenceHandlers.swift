// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `EvidenceService`: files, and what is known of them.
struct EvidenceHandlers: EvidenceServiceHandling {
    let core: ServiceCore

    private var files: EvidenceDirectory { core.evidence }

    // MARK: Uploads

    func beginUpload(
        _ request: BeginUploadRequest, _ call: CallContext
    ) async throws(RPCStatus) -> BeginUploadResponse {
        let peer = try core.peer(call)
        let now = core.clock.reading()
        let claim = try EvidenceForm.claim(request, at: now)
        let identifier = try EvidenceForm.identifier(key: call.idempotencyKey, of: peer.reference)
        if let known = try await stored(identifier, for: peer) {
            guard known.record.matches(claim) else { throw RPCStatus(.evidence(.otherContent)) }
            return BeginUploadResponse(
                uploadID: identifier.bytes, offset: claim.size, complete: true)
        }
        let use = try await core.read { () async throws(StoreError) in
            try await core.store.unattachedUse(peer.reference)
        }
        guard use.bytes + claim.size <= StoreLimits.unattachedEvidenceBytes else {
            throw RPCStatus(.evidence(.quota(.unattachedBytes)))
        }
        let excess = try await core.read { () async throws(StoreError) in
            try await core.store.excess(of: peer.reference, bytes: claim.size, at: now)
        }
        if let excess { throw RPCStatus(.overQuota(excess)) }
        let present = try await filing { () async throws(EvidenceFault) in
            try await files.begin(identifier, owner: peer.reference, claim, at: now)
        }
        return BeginUploadResponse(uploadID: identifier.bytes, offset: present)
    }

    func upload(
        _ requests: InboundMessages<UploadItem>, _ call: CallContext
    ) async throws(RPCStatus) -> UploadResponse {
        let peer = try core.peer(call)
        guard case .start(let start) = try await requests.next()?.item else {
            throw .invalid("start", .required)
        }
        let identifier = try EvidenceForm.identifier(start.uploadID, at: "start.upload_id")
        if let known = try await stored(identifier, for: peer) {
            return UploadResponse(evidence: Evidence(known))
        }
        let stream = try await filing { () async throws(EvidenceFault) in
            try await files.open(
                identifier, owner: peer.reference, offset: start.offset, at: core.clock.reading())
        }
        do throws(RPCStatus) {
            try await take(requests, stream, peer.load.rates)
        } catch {
            // What came stays for the next attempt; a file that can't be closed is closed with the
            // directory.
            try? await files.release(stream)
            throw error
        }
        return UploadResponse(evidence: Evidence(try await keep(stream), caseIdentifier: nil))
    }

    /// Writes all chunks of a stream, and puts the whole file in its place.
    private func take(
        _ requests: InboundMessages<UploadItem>, _ stream: EvidenceDirectory.Stream,
        _ rates: PartnerRates
    ) async throws(RPCStatus) {
        while let item = try await requests.next() {
            guard case .chunk(let bytes) = item.item, !bytes.isEmpty else {
                throw .invalid("chunk", .required)
            }
            guard bytes.count <= core.limits.uploadChunkBytes else {
                throw RPCStatus(
                    .invalid([
                        Violation(
                            "chunk", .tooLarge, limit: core.limits.uploadChunkBytes,
                            actual: bytes.count)
                    ]))
            }
            await rates.admit(bytes: bytes.count)
            try await filing { () async throws(EvidenceFault) in
                try await files.write(bytes, stream, at: core.clock.reading())
            }
        }
        try await filing { () async throws(EvidenceFault) in try await files.finish(stream) }
    }

    /// Commits the record of a file that is in its place. Once begun it is carried through, whether
    /// the caller still waits or not.
    private func keep(
        _ stream: EvidenceDirectory.Stream
    ) async throws(RPCStatus) -> EvidenceRecord {
        let outcome = await core.store.execute(
            .keep(
                stream.identifier, owner: stream.owner, stream.claim, at: core.clock.reading(),
                in: files))
        if case .failed(let error) = outcome, !error.isDefinite {
            // The record may be there. If it is not, the upload begins again.
            throw RPCStatus(.store(error))
        }
        try await filing { () async throws(EvidenceFault) in try await files.conclude(stream) }
        switch outcome {
        case .kept(let record, _):
            core.scanner.wake()
            return record
        case .refused(.unknownPartner): throw RPCStatus(.notAPartner)
        case .refused(.contentGone): throw RPCStatus(.evidence(.swept))
        case .refused(.taken): throw RPCStatus(.evidence(.otherContent))
        case .refused(.overQuota(let excess)): throw RPCStatus(.overQuota(excess))
        case .refused(.tooManyUnattached): throw RPCStatus(.evidence(.quota(.unattachedBytes)))
        case .failed(let error): throw RPCStatus(.store(error))
        case .dropped, .removed:
            throw RPCStatus(.store(.internalError("Another order was answered")))
        }
    }

    // MARK: Reading

    func getEvidence(
        _ request: GetEvidenceRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetEvidenceResponse {
        let found = try await visible(request.id, to: core.peer(call))
        return GetEvidenceResponse(evidence: Evidence(found))
    }

    func download(
        _ request: DownloadRequest, _ responses: OutboundMessages<DownloadItem>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        let peer = try core.peer(call)
        let found = try await visible(request.id, to: peer)
        let record = found.record
        guard record.erasedAt == nil else { throw RPCStatus(.evidence(.erased)) }
        guard record.scan != .infected else { throw RPCStatus(.evidence(.infected)) }
        guard request.offset <= record.size else {
            throw RPCStatus(.evidence(.beyond(present: record.size)))
        }
        try await checkContent(of: record)
        let rest = record.size - request.offset
        let length = request.length == 0 ? rest : min(request.length, rest)
        try await responses.send(
            DownloadItem(
                item: .head(
                    DownloadHead(
                        evidence: Evidence(found), offset: request.offset, length: length))))
        var place = request.offset
        let end = place + length
        while place < end {
            let count = Int(min(end - place, UInt64(core.limits.downloadReadBytes)))
            let position = place
            await peer.load.rates.admit(bytes: count)
            let bytes = try await core.read { () async throws(StoreError) in
                try await files.read(record.sha256, at: position, count: count)
            }
            guard let bytes, bytes.count == count else {
                throw RPCStatus(.evidence(.erased))
            }
            for start in stride(from: 0, to: count, by: core.limits.downloadChunkBytes) {
                let chunk = bytes[start...].prefix(core.limits.downloadChunkBytes)
                try await responses.send(DownloadItem(item: .chunk(Array(chunk))))
            }
            place += UInt64(count)
        }
    }

    func listEvidence(
        _ request: ListEvidenceRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListEvidenceResponse {
        let peer = try core.peer(call)
        if request.caseID.isEmpty {
            let own = try await core.read { () async throws(StoreError) in
                try await core.store.unattachedEvidence(peer.reference)
            }
            return ListEvidenceResponse(evidence: own.map(Evidence.init))
        }
        let identifier = try core.identifier(request.caseID, at: "case_id")
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.evidence(peer.reference, of: identifier)
        }
        guard let found else { throw RPCStatus(.notFound(.caseFile)) }
        return ListEvidenceResponse(evidence: found.map(Evidence.init))
    }

    // MARK: Parts

    /// Throws DATA_LOSS for a content that is not what was brought.
    private func checkContent(of record: EvidenceRecord) async throws(RPCStatus) {
        let content = EvidenceContent(sha256: record.sha256, size: record.size)
        let isErased = try await core.read { () async throws(StoreError) in
            switch try await files.verifyOnce(content) {
            case .intact: return false
            // Its case's files may have been erased since its record was read.
            case .missing where try await !core.store.names(content): return true
            case .missing, .damaged:
                core.store.damage.note(.damaged(content))
                throw .damaged(content)
            }
        }
        if isErased { throw RPCStatus(.evidence(.erased)) }
    }

    private func visible(_ bytes: [UInt8], to peer: Peer) async throws(RPCStatus) -> StoredEvidence
    {
        let identifier = try EvidenceForm.identifier(bytes, at: "id")
        guard let found = try await stored(identifier, for: peer) else {
            throw RPCStatus(.notFound(.evidence))
        }
        return found
    }

    private func stored(
        _ identifier: EvidenceIdentifier, for peer: Peer
    ) async throws(RPCStatus) -> StoredEvidence? {
        try await core.read { () async throws(StoreError) in
            try await core.store.evidence(peer.reference, identifier)
        }
    }

    /// Works on files; what is wrong with one becomes the call's status.
    private func filing<Value: Sendable>(
        _ body: () async throws(EvidenceFault) -> Value
    ) async throws(RPCStatus) -> Value {
        do throws(EvidenceFault) {
            return try await body()
        } catch {
            if case .store(let failure) = error, failure.code == .storageFull {
                core.status.setReadOnly(true)
            }
            throw RPCStatus(.evidence(error))
        }
    }
}
