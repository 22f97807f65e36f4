// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// The mediators' queue watched: each change of a case that concerns mediators, once, in order.
///
/// Survives broken connections and restarted servers, taking itself up where it was read to. Ends
/// by throwing, or when the loop is left or its task cancelled.
public struct QueueWatch: AsyncSequence, Sendable {
    /// A change with the cursor to go on from.
    public typealias Element = QueueChange
    /// Why the queue could not be watched on.
    public typealias Failure = RecoursError

    let client: RecoursClient
    let cursor: [UInt8]?

    /// Starts the watch; nothing is sent before the first change is asked for.
    public func makeAsyncIterator() -> Iterator {
        Iterator(client: client, cursor: cursor)
    }

    /// One reader of the watch.
    public struct Iterator: AsyncIteratorProtocol {
        private var run: WatchRun<WatchedQueue>

        init(client: RecoursClient, cursor: [UInt8]?) {
            run = WatchRun(client: client, kind: WatchedQueue(cursor: cursor))
        }

        /// Where to go on from; nil until the server has said so.
        public var cursor: [UInt8]? { run.kind.cursor }

        /// Changes that the server has left out so far, because what it stores of them is damaged.
        public var damaged: Int { run.kind.damaged }

        /// The next change; waits for it. Throws `RecoursError`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(RecoursError) -> QueueChange? {
            try await run.next()
        }
    }
}

private struct WatchedQueue: WatchKind {
    /// Nil: from now on.
    var cursor: [UInt8]?
    var damaged = 0

    func open(
        _ maker: any CallMaker, _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<WatchQueueRequest, WatchQueueResponse> {
        let request = WatchQueueRequest(cursor: cursor ?? [], fromNow: cursor == nil)
        return try await WatchServiceStub(caller: maker).watchQueue(request, options)
    }

    mutating func take(_ response: WatchQueueResponse) -> QueueChange? {
        switch response.content {
        case .change(let change):
            cursor = change.cursor
            return change
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
