// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport

/// Makes one unary call succeed if that can be had within its deadline: waits for a connection,
/// attempts, and repeats what is safe to repeat.
struct RetryingCaller: Sendable {
    let keeper: ConnectionKeeper
    let policy: RetryPolicy
    let budget: RetryBudget
    let defaultDeadline: Duration

    /// Calls `attempt` with a connection and options until it returns. `key` goes with every
    /// attempt. Throws what the last attempt threw.
    func call<Response: Sendable>(
        _ method: MethodDescriptor, key: IdempotencyKey? = nil, deadline own: Duration? = nil,
        _ attempt: (any CallMaker, CallOptions) async throws(CallFailure) -> Response
    ) async throws(RecoursError) -> Response {
        let deadline = CallDeadline.instant(for: own ?? defaultDeadline)
        var retries = Retries(policy: policy, budget: budget, method: method)
        do throws(RecoursError) {
            return try await repeating(&retries, key, until: deadline, attempt)
        } catch {
            throw error.inDoubt(retries.mayHaveTakenEffect)
        }
    }

    private func repeating<Response: Sendable>(
        _ retries: inout Retries, _ key: IdempotencyKey?, until deadline: ContinuousClock.Instant,
        _ attempt: (any CallMaker, CallOptions) async throws(CallFailure) -> Response
    ) async throws(RecoursError) -> Response {
        while true {
            let connection = try await keeper.connection(
                until: deadline, attempts: retries.attempts)
            let left = deadline - .now
            guard left > .zero else { throw .deadlineExceeded(attempts: retries.attempts) }
            let options = CallOptions(
                timeout: left, idempotencyKey: key?.bytes,
                attempt: UInt32(clamping: retries.attempts))
            do throws(CallFailure) {
                let response = try await attempt(connection, options)
                budget.deposit()
                return response
            } catch {
                keeper.note(error, from: connection)
                let step = retries.next(after: error)
                guard let wait = step.wait, wait < deadline - .now else { throw step.error }
                try await RecoursError.sleep(wait, attempts: retries.attempts)
            }
        }
    }
}

/// Decides, for one call, whether another attempt is worth making, and when.
struct Retries {
    let policy: RetryPolicy
    let budget: RetryBudget
    let method: MethodDescriptor
    /// Attempts made so far.
    private(set) var attempts = 0
    /// Whether one of them may have taken effect, although none was answered so.
    private(set) var mayHaveTakenEffect = false
    /// Those which a server that serves answered; only they count against the policy and its
    /// budget. For a server, or for another, a call waits until its deadline.
    private var answered = 0
    /// Whether the first repetition was made at once, elsewhere.
    private var hasMoved = false
    private var backoff: Backoff

    init(policy: RetryPolicy, budget: RetryBudget, method: MethodDescriptor) {
        self.policy = policy
        self.budget = budget
        self.method = method
        backoff = Backoff(initial: policy.initialBackoff, limit: policy.maxBackoff)
    }

    /// The error to throw, and the wait before another attempt unless there is to be none.
    mutating func next(after failure: CallFailure) -> (error: RecoursError, wait: Duration?) {
        attempts += 1
        var error = RecoursError(
            failure, attempts: attempts,
            mayHaveTakenEffect: method.repeatability != .noSideEffects)
        if error.outcomeIsUnknown { mayHaveTakenEffect = true }
        guard policy.maxAttempts > 1, !Task.isCancelled, failure.origin != .local else {
            return (error, nil)
        }
        guard failure.safeToRetry || method.repeatability != .unknown else { return (error, nil) }
        let wait: Duration?
        if error.saysServerIsAway || (failure.origin == .connection && failure.safeToRetry) {
            wait = error.code == .unavailable ? waitElsewhere() : nil
        } else if failure.origin == .connection {
            wait = error.code == .unavailable ? backoff.wait() : nil
        } else {
            answered += 1
            wait = waitAfterAnswer(&error)
        }
        return (error, wait)
    }

    /// The keeper finds another server, or waits for this one; so there is nothing to wait for
    /// here, once.
    private mutating func waitElsewhere() -> Duration {
        guard hasMoved else {
            hasMoved = true
            return .zero
        }
        return backoff.wait()
    }

    private mutating func waitAfterAnswer(_ error: inout RecoursError) -> Duration? {
        guard error.isRetryable, error.code != .deadlineExceeded, answered < policy.maxAttempts
        else { return nil }
        guard budget.withdraw() else {
            error.sayBudgetIsSpent()
            return nil
        }
        return error.retryAfter ?? backoff.wait()
    }
}

extension RecoursError {
    static func deadlineExceeded(attempts: Int) -> RecoursError {
        RecoursError(
            code: .deadlineExceeded, message: "the deadline passed before the call was answered",
            remedy: "Give the call more time, or look at the path with `recours doctor`.",
            attempts: attempts)
    }

    /// It would have been repeated, had this client not repeated so many calls of late.
    fileprivate mutating func sayBudgetIsSpent() {
        message += " (not repeated: too many of this client's calls have failed)"
        remedy +=
            (remedy.isEmpty ? "" : " ")
            + "Repeat it later with the same key, when the server answers again; "
            + "`RetryPolicy.budget` says how much is repeated."
    }

    /// Sleeps; a cancelled task is told so as a RecoursError.
    static func sleep(_ duration: Duration, attempts: Int) async throws(RecoursError) {
        do {
            try await Task.sleep(for: duration)
        } catch {
            throw .cancelled(attempts: attempts)
        }
    }
}
