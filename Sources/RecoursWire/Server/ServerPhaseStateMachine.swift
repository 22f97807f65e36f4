// SPDX-License-Identifier: EUPL-1.2

/// The phases of a server's connection, above all its drain (PROTOCOL.md §7.2).
struct ServerPhaseStateMachine: ~Copyable {
    private enum State: ~Copyable {
        case serving
        case announced(Announced)
        case draining(Draining)
        case drained
        case failed
    }

    /// GOAWAY(last = max) is out; calls are accepted until its PING has come back.
    private struct Announced {
        var pingNumber: UInt64?
        var commitAt: MonotonicInstant
        var deadline: MonotonicInstant
    }

    /// GOAWAY(real last) is out; calls above it are ignored.
    private struct Draining {
        var lastCall: UInt32
        var deadline: MonotonicInstant
        var hasExpired: Bool
    }

    private var state: State

    init() {
        self.init(.serving)
    }

    private init(_ state: consuming State) {
        self.state = state
    }

    enum Action: Sendable, Hashable {
        case none
        /// Queue GOAWAY(last = max) and a PING, and tell its number.
        case announce
        /// Queue GOAWAY with the last call accepted.
        case commit
        /// Abort the calls that are left.
        case expire
        /// Report that the drain is done.
        case finish
    }

    /// Whether a new call of that number may be taken.
    func accepts(_ call: UInt32) -> Bool {
        switch state {
        case .serving: true
        case .announced: true
        case .draining(let draining): call <= draining.lastCall
        case .drained: false
        case .failed: false
        }
    }

    /// When `tick` has something to do.
    var nextClock: MonotonicInstant {
        switch state {
        case .serving: .never
        case .drained: .never
        case .failed: .never
        case .announced(let announced): min(announced.commitAt, announced.deadline)
        case .draining(let draining): draining.hasExpired ? .never : draining.deadline
        }
    }

    var isServing: Bool {
        switch state {
        case .serving: true
        case .announced: false
        case .draining: false
        case .drained: false
        case .failed: false
        }
    }

    /// Whether nothing more is expected of the peer, so that a cut after this is no truncation.
    var isOver: Bool {
        switch state {
        case .serving: false
        case .announced: false
        case .draining: false
        case .drained: true
        case .failed: true
        }
    }

    /// Starts the drain; PINGs that are not answered for `graceMilliseconds` are given up.
    mutating func start(
        now: MonotonicInstant, graceMilliseconds: UInt64, drainMilliseconds: UInt64
    ) -> Action {
        switch consume self.state {
        case .serving:
            self = Self(
                .announced(
                    Announced(
                        pingNumber: nil, commitAt: now.advanced(byMilliseconds: graceMilliseconds),
                        deadline: now.advanced(byMilliseconds: drainMilliseconds))))
            return .announce
        case .announced(let announced):
            self = Self(.announced(announced))
            return .none
        case .draining(let draining):
            self = Self(.draining(draining))
            return .none
        case .drained:
            self = Self(.drained)
            return .none
        case .failed:
            self = Self(.failed)
            return .none
        }
    }

    /// The PING behind the announcement has this number; nil if none could be sent.
    mutating func pingSent(_ number: UInt64?) {
        switch consume self.state {
        case .announced(var announced):
            announced.pingNumber = number
            self = Self(.announced(announced))
        case .serving:
            self = Self(.serving)
        case .draining(let draining):
            self = Self(.draining(draining))
        case .drained:
            self = Self(.drained)
        case .failed:
            self = Self(.failed)
        }
    }

    func pingAnswered(_ number: UInt64) -> Action {
        switch state {
        case .announced(let announced):
            announced.pingNumber.map { number >= $0 } ?? false ? .commit : .none
        case .serving:
            .none
        case .draining:
            .none
        case .drained:
            .none
        case .failed:
            .none
        }
    }

    /// The order `commit` was carried out with this last call.
    mutating func committed(lastCall: UInt32) {
        switch consume self.state {
        case .announced(let announced):
            self = Self(
                .draining(
                    Draining(lastCall: lastCall, deadline: announced.deadline, hasExpired: false)))
        case .serving:
            self = Self(.serving)
        case .draining(let draining):
            self = Self(.draining(draining))
        case .drained:
            self = Self(.drained)
        case .failed:
            self = Self(.failed)
        }
    }

    mutating func tick(now: MonotonicInstant) -> Action {
        switch consume self.state {
        case .serving:
            self = Self(.serving)
            return .none
        case .announced(let announced):
            self = Self(.announced(announced))
            return now >= min(announced.commitAt, announced.deadline) ? .commit : .none
        case .draining(var draining):
            let isDue = !draining.hasExpired && now >= draining.deadline
            draining.hasExpired = draining.hasExpired || isDue
            self = Self(.draining(draining))
            return isDue ? .expire : .none
        case .drained:
            self = Self(.drained)
            return .none
        case .failed:
            self = Self(.failed)
            return .none
        }
    }

    /// No call is left, or what is left is aborted and its handlers are no longer waited for.
    mutating func callsGone() -> Action {
        switch consume self.state {
        case .serving:
            self = Self(.serving)
            return .none
        case .announced(let announced):
            self = Self(.announced(announced))
            return .none
        case .draining:
            self = Self(.drained)
            return .finish
        case .drained:
            self = Self(.drained)
            return .none
        case .failed:
            self = Self(.failed)
            return .none
        }
    }

    /// The peer has closed in order and no call is open.
    mutating func close() -> Action {
        switch consume self.state {
        case .serving:
            self = Self(.drained)
            return .finish
        case .announced:
            self = Self(.drained)
            return .finish
        case .draining:
            self = Self(.drained)
            return .finish
        case .drained:
            self = Self(.drained)
            return .none
        case .failed:
            self = Self(.failed)
            return .none
        }
    }

    mutating func fail() {
        self = Self(.failed)
    }
}
