// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport
internal import RecoursWire

/// One file on its way to the server, over as many streams as it takes.
///
/// Each stream begins where the server says that the last one had come to. While it comes further
/// there is no end to the attempts; one that brings nothing counts as any failed call.
struct EvidenceUpload {
    let client: RecoursClient
    let content: EvidenceContent
    let request: BeginUploadRequest
    let key: IdempotencyKey
    let progress: @Sendable (UInt64) -> Void

    /// Runs until the server has confirmed that the file is on its disk.
    func run() async throws(RecoursError) -> Evidence {
        let fresh = Retries(
            policy: client.configuration.retry, budget: client.caller.budget,
            method: EvidenceServiceMethods.upload)
        var retries = fresh
        var reached: UInt64 = 0
        var restarts = 0
        while true {
            let begun = try await begin()
            if begun.complete { return try await client.evidence.get(id: begun.uploadID) }
            if begun.offset > reached { retries = fresh }
            reached = max(reached, begun.offset)
            do throws(CallFailure) {
                return try await send(begun)
            } catch {
                // What came before may have been lost with the server's power: then its hash is
                // wrong, the server has dropped it, and all is sent once more.
                let isStale = begun.offset > 0 && error.isMismatch
                if isStale || error.status.code == .notFound, restarts < 2 {
                    restarts += 1
                    continue
                }
                let step = retries.next(after: error)
                guard let wait = step.wait else { throw step.error }
                try await RecoursError.sleep(wait, attempts: retries.attempts)
            }
        }
    }

    private func begin() async throws(RecoursError) -> BeginUploadResponse {
        try await client.caller.call(EvidenceServiceMethods.beginUpload, key: key) {
            maker, options async throws(CallFailure) in
            try await EvidenceServiceStub(caller: maker).beginUpload(request, options)
        }
    }

    /// One stream, from the offset to the end of the file.
    private func send(_ begun: BeginUploadResponse) async throws(CallFailure) -> Evidence {
        let connection = try await client.patientConnection()
        let call = try await EvidenceServiceStub(caller: connection).upload(CallOptions())
        defer { call.cancel() }
        try await sendChunks(begun, call)
        call.finishSending()
        guard let evidence = try await call.onlyResponse().evidence else {
            throw CallFailure(
                RPCStatus(.internal, "The server's answer lacks UploadResponse.evidence."),
                origin: .server)
        }
        return evidence
    }

    /// What ends the call early shows in its response: a failure to send says less.
    private func sendChunks(
        _ begun: BeginUploadResponse, _ call: StreamingCall<UploadItem, UploadResponse>
    ) async throws(CallFailure) {
        var offset = begun.offset
        do throws(CallFailure) {
            try await call.send(
                UploadItem(
                    item: .start(UploadStart(uploadID: begun.uploadID, offset: offset))))
            while offset < content.size {
                let bytes = try chunk(at: offset)
                try await call.send(UploadItem(item: .chunk(bytes)))
                offset += UInt64(bytes.count)
                progress(offset)
            }
        } catch {
            if error.origin == .local { throw error }
        }
    }

    private func chunk(at offset: UInt64) throws(CallFailure) -> [UInt8] {
        do throws(RecoursError) {
            return try content.next(at: offset)
        } catch {
            throw .local(error)
        }
    }
}

extension CallFailure {
    /// What this side's own files failed with.
    static func local(_ error: RecoursError) -> CallFailure {
        CallFailure(
            RPCStatus(.invalidArgument, error.message), origin: .local, remedy: error.remedy)
    }

    /// Whether the content was found to be another than announced.
    fileprivate var isMismatch: Bool {
        RecoursError(self, attempts: 1, mayHaveTakenEffect: false).violations
            .contains { $0.code == "HASH_MISMATCH" }
    }
}

extension RecoursClient {
    /// A connection for a stream that may wait as long as bulk calls do.
    func patientConnection() async throws(CallFailure) -> ClientConnection {
        do throws(RecoursError) {
            return try await keeper.connection(
                until: .now + configuration.bulkPatience, attempts: 0)
        } catch {
            throw CallFailure(
                RPCStatus(.unavailable, error.message), origin: .connection, safeToRetry: true,
                remedy: error.remedy)
        }
    }
}
