// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import NIOCore
internal import RecoursWire
internal import Synchronization

/// Messages of one call on their way to its connection: filled anywhere, emptied on the event loop
/// as the machine takes them. A sender waits while more than 16 KiB lie here: enough to be sent as
/// one record, and little for a peer that reads nothing.
final class OutboundQueue<Failure: Error>: Sendable {
    private struct State {
        var messages: Deque<ByteBuffer> = []
        var byteCount = 0
        var failure: Failure?
        var senders: [CheckedContinuation<Void, Never>] = []
        /// A drain has been asked for, or the machine will say when it can take more.
        var isBeingDrained = false
    }

    private static var waterMark: Int { 16_384 }

    private let state = Mutex(State())
    private let cancelled: Failure
    /// Asks the event loop to drain.
    private let requestDrain: @Sendable () -> Void

    init(cancelled: Failure, requestDrain: @escaping @Sendable () -> Void) {
        self.cancelled = cancelled
        self.requestDrain = requestDrain
    }

    /// Queues one encoded message, and waits until the queue is short again.
    func send(_ message: ByteBuffer) async throws(Failure) {
        let (failure, mustRequest) = state.withLock { state -> (Failure?, Bool) in
            if let failure = state.failure { return (failure, false) }
            state.messages.append(message)
            state.byteCount += message.readableBytes
            defer { state.isBeingDrained = true }
            return (nil, !state.isBeingDrained)
        }
        if let failure { throw failure }
        if mustRequest { requestDrain() }
        while try isLong() {
            if Task.isCancelled { throw cancelled }
            await wait()
        }
    }

    /// Queues one encoded message if the queue is short; false if it is long. Never waits.
    func trySend(_ message: ByteBuffer) throws(Failure) -> Bool {
        let (failure, isTaken, mustRequest) = state.withLock { state -> (Failure?, Bool, Bool) in
            if let failure = state.failure { return (failure, false, false) }
            guard state.byteCount <= OutboundQueue.waterMark else { return (nil, false, false) }
            state.messages.append(message)
            state.byteCount += message.readableBytes
            defer { state.isBeingDrained = true }
            return (nil, true, !state.isBeingDrained)
        }
        if let failure { throw failure }
        if mustRequest { requestDrain() }
        return isTaken
    }

    /// Fails this and every later send; what is queued is dropped.
    func fail(_ failure: Failure) {
        change { state in
            if state.failure == nil { state.failure = failure }
            state.messages.removeAll()
            state.byteCount = 0
        }
    }

    /// Gives messages to the machine until it wants no more. Returns true if none is left.
    /// On the event loop only.
    func drain(_ send: (ByteBuffer) -> SendOutcome) -> OutboundDrain {
        var result = OutboundDrain.empty
        drain: while let message = pop() {
            switch send(message) {
            case .accepted: continue drain
            case .acceptedThenWait: result = .mustWait
            case .mustWait:
                putBack(message)
                result = .mustWait
            case .tooLarge: result = .tooLarge
            case .callOver: result = .over
            }
            break drain
        }
        change { _ in }
        return result
    }

    /// The next message; when there is none, the next send asks for a drain again.
    private func pop() -> ByteBuffer? {
        state.withLock { state in
            guard let message = state.messages.popFirst() else {
                state.isBeingDrained = false
                return nil
            }
            state.byteCount -= message.readableBytes
            return message
        }
    }

    private func putBack(_ message: ByteBuffer) {
        state.withLock { state in
            state.messages.prepend(message)
            state.byteCount += message.readableBytes
        }
    }

    private func isLong() throws(Failure) -> Bool {
        let (failure, isLong) = state.withLock {
            ($0.failure, $0.byteCount > OutboundQueue.waterMark)
        }
        if let failure { throw failure }
        return isLong
    }

    private func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if state.byteCount <= OutboundQueue.waterMark || state.failure != nil
                        || Task.isCancelled
                    {
                        return true
                    }
                    state.senders.append(continuation)
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            wakeSenders()
        }
    }

    private func change(_ body: (inout State) -> Void) {
        let senders = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            body(&state)
            let mayGoOn = state.byteCount <= OutboundQueue.waterMark || state.failure != nil
            guard mayGoOn else { return [] }
            defer { state.senders = [] }
            return state.senders
        }
        for sender in senders { sender.resume() }
    }

    /// Lets all look whether they are the one that was cancelled.
    private func wakeSenders() {
        let senders = state.withLock { state in
            defer { state.senders = [] }
            return state.senders
        }
        for sender in senders { sender.resume() }
    }
}

/// How far a drain came.
enum OutboundDrain: Sendable, Hashable {
    /// Everything was taken.
    case empty
    /// The machine will say `sendable`.
    case mustWait
    /// A message is larger than the peer accepts.
    case tooLarge
    /// The call can send no more.
    case over
}
