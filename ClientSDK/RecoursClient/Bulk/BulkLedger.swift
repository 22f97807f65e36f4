// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import Synchronization

/// What a bulk run knows of its items: which wait to be sent, which for an answer, and which
/// results wait to be read. It is also where the run's parts wait for each other.
///
/// Memory is bounded by the window: an item is admitted only while fewer than so many are between
/// their admission and the reading of their result.
final class BulkLedger<Input: Sendable, Receipt: Sendable>: Sendable {
    /// An item on its way out.
    struct Outgoing: Sendable {
        let sequence: UInt64
        let input: Input
    }

    private struct Entry {
        let input: Input
        /// Refusals so far that asked for another attempt.
        var attempts = 0
        var isSent = false
        /// It was sent over a stream that broke before it was answered.
        var isInDoubt = false
    }

    private struct State {
        var unanswered: [UInt64: Entry] = [:]
        var unsent: Deque<UInt64> = []
        var results: Deque<BulkResult<Receipt>> = []
        var admitted: UInt64 = 0
        var inputHasEnded = false
        /// How the run ended; nil while it goes on.
        var end: Result<Void, RecoursError>?
        var waiters: [UInt64: Waiter] = [:]
        var lastWaiter: UInt64 = 0

        var isComplete: Bool { inputHasEnded && unanswered.isEmpty }
    }

    private struct Waiter {
        let isReady: @Sendable (borrowing State) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    private let window: Int
    private let state = Mutex(State())

    init(window: Int) {
        self.window = max(1, window)
    }

    // MARK: The input's side

    /// Waits for room, then admits one item; false if the run is over.
    func admit(_ input: Input) async -> Bool {
        await wait { [window] state in
            state.end != nil || state.unanswered.count + state.results.count < window
        }
        return change { state in
            guard state.end == nil, !Task.isCancelled else { return false }
            state.unanswered[state.admitted] = Entry(input: input)
            state.unsent.append(state.admitted)
            state.admitted += 1
            return true
        }
    }

    /// No more items will come.
    func endInput() {
        change { $0.inputHasEnded = true }
    }

    // MARK: The stream's side

    /// A stream begins anew: all that is unanswered is to be sent again, oldest first.
    func restart() {
        change { state in
            state.unsent = Deque(state.unanswered.keys.sorted())
            for (sequence, entry) in state.unanswered where entry.isSent {
                state.unanswered[sequence]?.isInDoubt = true
            }
        }
    }

    /// Waits for an item to send; nil when all have been answered, or the task is cancelled.
    func nextToSend() async -> Outgoing? {
        while true {
            await wait { !$0.unsent.isEmpty || $0.isComplete || $0.end != nil }
            if Task.isCancelled { return nil }
            let next = change { state -> Outgoing?? in
                guard let sequence = state.unsent.popFirst() else {
                    return state.isComplete || state.end != nil ? .some(nil) : .none
                }
                // It may have been answered on the stream before this one.
                guard let entry = state.unanswered[sequence] else { return .none }
                state.unanswered[sequence]?.isSent = true
                return Outgoing(sequence: sequence, input: entry.input)
            }
            if let next { return next }
        }
    }

    /// An answer came; one for an item already answered is ignored.
    func settle(_ sequence: UInt64, _ outcome: Result<Receipt, RecoursError>) {
        change { state in
            guard let entry = state.unanswered.removeValue(forKey: sequence) else { return }
            state.results.append(
                BulkResult(
                    place: Int(clamping: sequence),
                    outcome: outcome.mapError { $0.inDoubt(entry.isInDoubt) }))
        }
    }

    /// Counts a refusal that asks for another attempt; how many there have been for the item.
    func countAttempt(_ sequence: UInt64) -> Int {
        change { state in
            state.unanswered[sequence]?.attempts += 1
            return state.unanswered[sequence]?.attempts ?? 0
        }
    }

    /// The item is to be sent once more.
    func sendAgain(_ sequence: UInt64) {
        change { $0.unsent.append(sequence) }
    }

    /// True once every item of an ended input has been answered.
    var isComplete: Bool { state.withLock { $0.isComplete } }

    /// Items answered so far.
    var answeredCount: Int {
        state.withLock { Int(clamping: $0.admitted) - $0.unanswered.count }
    }

    /// True once the run is over.
    var hasEnded: Bool { state.withLock { $0.end != nil } }

    // MARK: The end, and the reader's side

    /// Ends the run; results that came before can still be read.
    func end(_ result: Result<Void, RecoursError>) {
        change { state in
            if state.end == nil { state.end = result }
        }
    }

    /// Waits for a result; nil after the last one of an orderly end.
    func nextResult() async throws(RecoursError) -> BulkResult<Receipt>? {
        await wait { !$0.results.isEmpty || $0.end != nil }
        let next = change { state -> Result<BulkResult<Receipt>?, RecoursError> in
            if let result = state.results.popFirst() { return .success(result) }
            return (state.end ?? .failure(.cancelled(attempts: 0))).map { nil }
        }
        return try next.get()
    }

    // MARK: Waiting

    /// Changes the state, then wakes those whose condition has come true.
    @discardableResult
    private func change<Result>(_ body: (inout State) -> Result) -> Result {
        let (result, ready) = state.withLock { state in
            let result = body(&state)
            var ready: [CheckedContinuation<Void, Never>] = []
            for (number, waiter) in state.waiters where waiter.isReady(state) {
                ready.append(waiter.continuation)
                state.waiters[number] = nil
            }
            return (result, ready)
        }
        for continuation in ready { continuation.resume() }
        return result
    }

    /// Returns once the condition holds, or the task is cancelled.
    private func wait(_ isReady: @escaping @Sendable (borrowing State) -> Bool) async {
        let number = state.withLock { state -> UInt64? in
            if isReady(state) { return nil }
            state.lastWaiter += 1
            return state.lastWaiter
        }
        guard let number else { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    if isReady(state) || Task.isCancelled { return true }
                    state.waiters[number] = Waiter(isReady: isReady, continuation: continuation)
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.continuation.resume()
        }
    }
}
