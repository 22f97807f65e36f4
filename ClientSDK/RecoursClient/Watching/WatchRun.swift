// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport
internal import RecoursWire
internal import Synchronization

/// One watch over as many calls as it takes: each begins where the last one was read to.
struct WatchRun<Kind: WatchKind> {
    /// Half again the server's promise to say something: a longer silence is a dead path.
    private static var longestSilence: Duration { .seconds(45) }

    let client: RecoursClient
    private(set) var kind: Kind
    private var current: OpenWatch<Kind>?
    /// Where it is open, or was last.
    private var connection: ClientConnection?
    private var retries: Retries
    /// When something was last heard; nothing yet: when the watch began.
    private var lastHeard = ContinuousClock.now
    private var hasBegun = false

    init(client: RecoursClient, kind: Kind) {
        self.client = client
        self.kind = kind
        retries = Self.fresh(client)
    }

    private static func fresh(_ client: RecoursClient) -> Retries {
        Retries(
            policy: client.configuration.retry, budget: client.caller.budget, method: .anyWatch)
    }

    /// The next element; waits for it, and opens the watch anew as often as needed.
    mutating func next() async throws(RecoursError) -> Kind.Element {
        while true {
            if Task.isCancelled { throw .cancelled(attempts: retries.attempts) }
            switch await attempt() {
            case .response(let response):
                heard()
                if let element = kind.take(response) { return element }
            case .broken(let failure):
                current = nil
                if let connection { client.keeper.note(failure, from: connection) }
                try await wait(after: failure)
            case .unreachable(let error):
                // The keeper has waited already, as long as calls do.
                guard hasBegun, isPatient, error.code == .unavailable else { throw error }
            }
        }
    }

    private enum Attempt {
        case response(Kind.Response)
        case broken(CallFailure)
        /// No connection could be had, although the keeper waited.
        case unreachable(RecoursError)
    }

    private mutating func attempt() async -> Attempt {
        var watch = current
        if watch == nil {
            let connection: ClientConnection
            do throws(RecoursError) {
                connection = try await client.keeper.connection(
                    until: .now + client.configuration.watchPatience, attempts: retries.attempts)
            } catch { return .unreachable(error) }
            self.connection = connection
            do throws(CallFailure) {
                watch = OpenWatch(
                    try await kind.open(connection, CallOptions()),
                    longestSilence: Self.longestSilence)
            } catch { return .broken(error) }
            current = watch
        }
        do throws(CallFailure) {
            guard let response = try await watch?.next() else { return .broken(.watchEnded) }
            return .response(response)
        } catch { return .broken(error) }
    }

    private var isPatient: Bool {
        ContinuousClock.now - lastHeard < client.configuration.watchPatience
    }

    private mutating func heard() {
        lastHeard = .now
        hasBegun = true
        retries = Self.fresh(client)
    }

    /// Waits before another attempt, or throws why there is none. What had begun is taken up again
    /// with patience: a server that restarts, or has not yet seen that the old path is dead, is no
    /// reason to lose a place.
    private mutating func wait(after failure: CallFailure) async throws(RecoursError) {
        let step = retries.next(after: failure)
        if Task.isCancelled { throw .cancelled(attempts: retries.attempts) }
        var wait = step.wait
        if wait == nil, hasBegun, isPatient, step.error.mayPass {
            wait = step.error.retryAfter ?? client.configuration.retry.maxBackoff
        }
        guard let wait, isPatient else { throw step.error }
        try await RecoursError.sleep(wait, attempts: retries.attempts)
    }
}

extension RecoursError {
    /// Whether the same watch may be had a little later.
    fileprivate var mayPass: Bool {
        switch code {
        case .unavailable, .resourceExhausted, .aborted, .deadlineExceeded, .cancelled: true
        default: false
        }
    }
}

extension CallFailure {
    /// The server ended a watch, which has no end of its own.
    fileprivate static let watchEnded = CallFailure(
        RPCStatus(.unavailable, "the server ended the watch"), origin: .connection,
        safeToRetry: true)
    /// The server has broken its promise to say something now and then.
    fileprivate static let silent = CallFailure(
        RPCStatus(.unavailable, "the server has been silent for too long"), origin: .connection,
        safeToRetry: true)
}

/// A watch's running call. Left behind, it is abandoned: the server must not keep it.
private final class OpenWatch<Kind: WatchKind>: Sendable {
    private let call: StreamingCall<Kind.Request, Kind.Response>
    private let watchdog: Watchdog

    init(_ call: StreamingCall<Kind.Request, Kind.Response>, longestSilence: Duration) {
        self.call = call
        watchdog = Watchdog(longestSilence) { call.cancel() }
    }

    deinit {
        watchdog.stop()
        call.cancel()
    }

    func next() async throws(CallFailure) -> Kind.Response? {
        watchdog.isListening(true)
        defer { watchdog.isListening(false) }
        var responses = call.responses.makeAsyncIterator()
        do throws(CallFailure) {
            return try await responses.next(isolation: nil)
        } catch {
            throw watchdog.hasBitten ? .silent : error
        }
    }
}

/// Acts if nobody has been heard for too long while somebody listens.
private final class Watchdog: Sendable {
    private struct State {
        /// Since when somebody listens in vain; nil: nobody listens.
        var since: ContinuousClock.Instant?
        var hasBitten = false
        var task: Task<Void, Never>?
    }

    private let state = Mutex(State())

    init(_ patience: Duration, bite: @escaping @Sendable () -> Void) {
        let task = Task { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: patience / 4)
                guard let self else { return }
                if self.isOver(patience) {
                    bite()
                    return
                }
            }
        }
        state.withLock { $0.task = task }
    }

    func isListening(_ isListening: Bool) {
        state.withLock { $0.since = isListening ? .now : nil }
    }

    var hasBitten: Bool { state.withLock { $0.hasBitten } }

    func stop() {
        state.withLock { $0.task?.cancel() }
    }

    private func isOver(_ patience: Duration) -> Bool {
        state.withLock { state in
            guard let since = state.since, ContinuousClock.now - since > patience else {
                return false
            }
            state.hasBitten = true
            return true
        }
    }
}
