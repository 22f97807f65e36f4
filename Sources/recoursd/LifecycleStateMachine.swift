// SPDX-License-Identifier: EUPL-1.2

/// What a running server does about signals and failures. It decides; `ServeCommand` performs.
struct LifecycleStateMachine: ~Copyable {
    enum Event: Sendable, Equatable {
        /// SIGTERM or SIGINT, by number.
        case terminate(signal: Int32)
        /// SIGHUP.
        case reload
        /// The store stopped because an outcome is unknown.
        case storeFailed
        /// No call is in flight any more, or the drain's time is over.
        case drained
    }

    enum Action: Sendable, Equatable {
        case nothing
        /// Tell everybody, let calls finish, then report `drained`.
        case drain
        /// The store answers nothing more: let what is written leave, then report `drained`.
        case drainBriefly
        case reload
        /// Close the store, and end with this status.
        case close(exitStatus: Int32)
        /// End at once, closing nothing: all that was acknowledged is on disk.
        case exit(status: Int32)
    }

    private enum State: Equatable {
        case serving
        case draining(exitStatus: Int32)
        case over
    }

    private var state = State.serving

    mutating func receive(_ event: Event) -> Action {
        switch (state, event) {
        case (.serving, .terminate):
            state = .draining(exitStatus: 0)
            return .drain
        case (.draining, .terminate(let signal)):
            state = .over
            return .exit(status: 128 + signal)
        case (.serving, .reload):
            return .reload
        case (.serving, .storeFailed):
            state = .draining(exitStatus: DaemonError.Code.storage.rawValue)
            return .drainBriefly
        case (.draining, .storeFailed):
            // The drain goes on, but it won't be the clean end that 0 means.
            state = .draining(exitStatus: DaemonError.Code.storage.rawValue)
            return .nothing
        case (.draining(let status), .drained):
            state = .over
            return .close(exitStatus: status)
        case (.draining, .reload), (.serving, .drained), (.over, _):
            return .nothing
        }
    }
}
