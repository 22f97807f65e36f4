// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// A case watched: first as it is, then each change, as soon as it is on the server's disk.
///
/// Survives broken connections and restarted servers. Ends by throwing, `notFound` once the caller
/// may no longer see the case, or when the loop is left or its task cancelled.
public struct CaseWatch: AsyncSequence, Sendable {
    /// The case as it is, with what happened to it since the last change.
    public typealias Element = CaseUpdate
    /// Why the case could not be watched on.
    public typealias Failure = RecoursError

    let client: RecoursClient
    let id: [UInt8]
    let version: UInt64

    /// Starts the watch; nothing is sent before the first change is asked for.
    public func makeAsyncIterator() -> Iterator {
        Iterator(client: client, id: id, version: version)
    }

    /// One reader of the watch.
    public struct Iterator: AsyncIteratorProtocol {
        private var run: WatchRun<WatchedCase>

        init(client: RecoursClient, id: [UInt8], version: UInt64) {
            run = WatchRun(client: client, kind: WatchedCase(id: id, version: version))
        }

        /// The version up to which everything has been told.
        public var version: UInt64 { run.kind.version }

        /// The next change; waits for it. Throws `RecoursError`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(RecoursError) -> CaseUpdate? {
            try await run.next()
        }
    }
}

private struct WatchedCase: WatchKind {
    let id: [UInt8]
    var version: UInt64
    /// Whether the case as it is has been told: it comes anew with every call.
    var isKnown = false

    init(id: [UInt8], version: UInt64) {
        self.id = id
        self.version = version
    }

    func open(
        _ maker: any CallMaker, _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<WatchCaseRequest, WatchCaseResponse> {
        let request = WatchCaseRequest(caseID: id, afterVersion: version)
        return try await WatchServiceStub(caller: maker).watchCase(request, options)
    }

    mutating func take(_ response: WatchCaseResponse) -> CaseUpdate? {
        switch response.content {
        case .change(let change):
            // Without the case, more events follow: the place is after the last one told.
            let place = change.caseFile?.version ?? change.events.last?.sequence ?? 0
            // A call taken up again tells the case anew; that is no change.
            let isNew = !isKnown || !change.events.isEmpty
            isKnown = true
            version = Swift.max(version, place)
            return isNew ? change : nil
        case .bookmark(let place):
            version = Swift.max(version, place)
            return nil
        case nil: return nil
        }
    }
}

extension CaseCalls {
    /// The case as it is now, then each of its changes, as soon as it is on the server's disk.
    ///
    /// - Parameters:
    ///   - id: the case's 16 bytes.
    ///   - version: leaves out events up to this one; 0 tells all of them with the first change.
    public func watch(id: [UInt8], after version: UInt64 = 0) -> CaseWatch {
        CaseWatch(client: client, id: id, version: version)
    }
}
