// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// An inbox watched: each entry once, in order, as soon as it is on the server's disk.
///
/// Survives broken connections and restarted servers, taking itself up where it was read to. Ends
/// by throwing, or when the loop is left or its task cancelled.
public struct InboxWatch: AsyncSequence, Sendable {
    /// An entry with the cursor to go on from.
    public typealias Element = InboxEntry
    /// Why the inbox could not be watched on.
    public typealias Failure = RecoursError

    let client: RecoursClient
    let cursor: [UInt8]?

    /// Starts the watch; nothing is sent before the first entry is asked for.
    public func makeAsyncIterator() -> Iterator {
        Iterator(client: client, cursor: cursor)
    }

    /// One reader of the watch.
    public struct Iterator: AsyncIteratorProtocol {
        private var run: WatchRun<WatchedInbox>

        init(client: RecoursClient, cursor: [UInt8]?) {
            run = WatchRun(client: client, kind: WatchedInbox(cursor: cursor))
        }

        /// Where to go on from; nil until the server has said so.
        public var cursor: [UInt8]? { run.kind.cursor }

        /// Entries that the server has left out so far, because what it stores of them is damaged.
        public var damaged: Int { run.kind.damaged }

        /// The next entry; waits for it. Throws `RecoursError`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(RecoursError) -> InboxEntry? {
            try await run.next()
        }
    }
}

private struct WatchedInbox: WatchKind {
    /// Nil: from now on.
    var cursor: [UInt8]?
    var damaged = 0

    func open(
        _ maker: any CallMaker, _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<WatchInboxRequest, WatchInboxResponse> {
        let request = WatchInboxRequest(cursor: cursor ?? [], fromNow: cursor == nil)
        return try await WatchServiceStub(caller: maker).watchInbox(request, options)
    }

    mutating func take(_ response: WatchInboxResponse) -> InboxEntry? {
        switch response.content {
        case .entry(let entry):
            cursor = entry.cursor
            return entry
        case .bookmark(let place):
            cursor = place
            return nil
        case .damaged(let count):
            damaged += Int(count)
            return nil
        case nil: return nil
        }
    }
}

extension InboxCalls {
    /// Entries without end, each as soon as it is on the server's disk.
    ///
    /// - Parameter cursor: from an entry or `pull`; empty for the beginning; nil for what comes
    ///   from now on.
    public func watch(after cursor: [UInt8]? = []) -> InboxWatch {
        InboxWatch(client: client, cursor: cursor)
    }
}
