// SPDX-License-Identifier: EUPL-1.2

/// The phases of a client's connection (PROTOCOL.md §7).
struct ClientPhaseStateMachine: ~Copyable {
    private enum State: ~Copyable {
        case open
        /// One side said GOAWAY: calls in flight go on, none is added.
        case draining
        case drained
        case failed
    }

    private var state: State

    init() {
        self.init(.open)
    }

    private init(_ state: consuming State) {
        self.state = state
    }

    enum Action: Sendable, Hashable {
        case none
        /// Report that the drain is done.
        case finish
    }

    var mayOpen: Bool {
        switch state {
        case .open: true
        case .draining: false
        case .drained: false
        case .failed: false
        }
    }

    /// Whether nothing more is expected of the peer, so that a cut after this is no truncation.
    var isOver: Bool {
        switch state {
        case .open: false
        case .draining: false
        case .drained: true
        case .failed: true
        }
    }

    /// Either side's GOAWAY; true if it is the first.
    mutating func drain() -> Bool {
        switch consume self.state {
        case .open:
            self = Self(.draining)
            return true
        case .draining:
            self = Self(.draining)
            return false
        case .drained:
            self = Self(.drained)
            return false
        case .failed:
            self = Self(.failed)
            return false
        }
    }

    /// No call is left; `peerClosed` if the server has closed in order.
    mutating func callsGone(peerClosed: Bool) -> Action {
        switch consume self.state {
        case .open:
            self = Self(peerClosed ? .drained : .open)
            return peerClosed ? .finish : .none
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
