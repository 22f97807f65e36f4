// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import NIOCore
internal import Synchronization

/// Messages that have come for one call and wait to be read: filled on the connection's event loop,
/// emptied by one reader anywhere. Credit bounds it: what is read gives credit back, nothing else.
final class InboundQueue<Failure: Error>: Sendable {
    private struct State {
        var messages: Deque<ByteBuffer> = []
        /// How it ended, once it has; read after the messages.
        var end: Result<Void, Failure>?
        var reader: CheckedContinuation<Void, Never>?
        /// Sizes of the messages read which the connection has not been told of.
        var unreported: [Int] = []
        var unreportedBytes = 0
    }

    private enum Step {
        case message(ByteBuffer, report: [Int])
        case end(Result<Void, Failure>)
    }

    /// Bytes read before the connection is told while more wait: a hop costs more than a small
    /// message does. When none waits it is told at once, for a large one may need all the credit.
    private static var reportBytes: Int { 65_536 }

    private let state = Mutex(State())
    private let cancelled: Failure
    private let report: @Sendable ([Int]) -> Void

    /// - Parameters:
    ///   - cancelled: what a reader whose task is cancelled is told.
    ///   - report: tells the connection the sizes of messages that were read.
    init(cancelled: Failure, report: @escaping @Sendable ([Int]) -> Void) {
        self.cancelled = cancelled
        self.report = report
    }

    func push(_ message: ByteBuffer) {
        let message = message.compacted()
        change { state in
            if state.end == nil { state.messages.append(message) }
        }
    }

    /// No more will come. What came before can still be read, or is dropped: a status that the
    /// server sent stands behind its messages, a cancellation does not wait for them.
    func finish(_ end: Result<Void, Failure>, keepsMessages: Bool = true) {
        change { state in
            if state.end == nil || !keepsMessages { state.end = end }
            if !keepsMessages { state.messages.removeAll() }
        }
    }

    /// The next message; nil at the end. One reader at a time.
    func next() async throws(Failure) -> ByteBuffer? {
        while true {
            switch step() {
            case .message(let message, let sizes):
                if !sizes.isEmpty { report(sizes) }
                return message
            case .end(let end):
                try end.get()
                return nil
            case nil:
                if Task.isCancelled { throw cancelled }
                await wait()
            }
        }
    }

    private func step() -> Step? {
        state.withLock { state in
            guard let message = state.messages.popFirst() else { return state.end.map { .end($0) } }
            state.unreported.append(message.readableBytes)
            state.unreportedBytes += message.readableBytes
            let isDue =
                state.messages.isEmpty || state.unreportedBytes >= InboundQueue.reportBytes
            guard isDue else { return .message(message, report: []) }
            defer {
                state.unreported = []
                state.unreportedBytes = 0
            }
            return .message(message, report: state.unreported)
        }
    }

    private func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if !state.messages.isEmpty || state.end != nil || Task.isCancelled {
                        return true
                    }
                    state.reader = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            change { _ in }
        }
    }

    /// Changes the state, then wakes the reader to look at it.
    private func change(_ body: (inout State) -> Void) {
        let reader = state.withLock { state in
            body(&state)
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume()
    }
}

extension ByteBuffer {
    /// The same bytes in memory of their own, if what they lie in is much larger.
    ///
    /// A message shares the memory of the read it came with. What waits may wait long, and ten
    /// bytes must not hold 64 KiB: credit counts the bytes only.
    func compacted() -> ByteBuffer {
        guard storageCapacity > 2 * readableBytes + 256 else { return self }
        var own = ByteBufferAllocator().buffer(capacity: readableBytes)
        own.writeImmutableBuffer(self)
        return own
    }
}
