// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport

/// One file on its way from the server, over as many streams as it takes.
struct EvidenceDownload {
    let client: RecoursClient
    let id: [UInt8]

    /// Hands out the bytes from `offset` on, in order, each once.
    ///
    /// - Returns: what is known of the file, with the SHA-256 of all of it.
    func run(
        from offset: UInt64, _ take: ([UInt8], UInt64) throws(RecoursError) -> Void
    ) async throws(RecoursError) -> Evidence {
        let fresh = Retries(
            policy: client.configuration.retry, budget: client.caller.budget,
            method: EvidenceServiceMethods.download)
        var retries = fresh
        var place = offset
        while true {
            let start = place
            do throws(CallFailure) {
                let connection = try await client.patientConnection()
                let call = try await EvidenceServiceStub(caller: connection).download(
                    DownloadRequest(id: id, offset: place), CallOptions())
                defer { call.cancel() }
                return try await receive(call, &place, take)
            } catch {
                if place > start { retries = fresh }
                let step = retries.next(after: error)
                guard let wait = step.wait else { throw step.error }
                try await RecoursError.sleep(wait, attempts: retries.attempts)
            }
        }
    }

    private func receive(
        _ call: StreamingCall<DownloadRequest, DownloadItem>, _ place: inout UInt64,
        _ take: ([UInt8], UInt64) throws(RecoursError) -> Void
    ) async throws(CallFailure) -> Evidence {
        var head: DownloadHead?
        var items = call.responses.makeAsyncIterator()
        while let item = try await items.next(isolation: nil) {
            switch item.item {
            case .head(let first): head = first
            case .chunk(let bytes):
                do throws(RecoursError) {
                    try take(bytes, place)
                } catch {
                    throw .local(error)
                }
                place += UInt64(bytes.count)
            case nil: break
            }
        }
        guard let head, let evidence = head.evidence, place == evidence.size else {
            throw .endedEarly
        }
        return evidence
    }
}
