// SPDX-License-Identifier: EUPL-1.2

/// The life of one call on the client (PROTOCOL.md §8.3). Its place is free when the server's last
/// frame has come, also if the client has long turned away.
struct ClientCallState: CallState, Hashable {
    enum Requests: Sendable, Hashable, CaseIterable {
        case sending
        /// END was queued or sent.
        case ended
    }

    enum Answer: Sendable, Hashable, CaseIterable {
        /// Nothing came: the server may still refuse.
        case awaited
        /// HEAD came.
        case headed
        /// A message, or part of one, came.
        case streaming
        /// Cancelled, or out of time: what still comes is dropped.
        case abandoned
    }

    var requests = Requests.sending
    var answer = Answer.awaited

    // MARK: From the server

    enum OnFrame: Sendable, Hashable {
        case deliver
        case ignore
        case violation
    }

    mutating func receiveHead() -> OnFrame {
        switch answer {
        case .awaited:
            answer = .headed
            return .deliver
        case .headed, .streaming:
            return .violation
        case .abandoned:
            return .ignore
        }
    }

    mutating func receiveData() -> OnFrame {
        switch answer {
        case .awaited, .headed, .streaming:
            answer = .streaming
            return .deliver
        case .abandoned:
            return .ignore
        }
    }

    /// The server's CANCEL, which promises that no handler ran.
    func receiveRefusal() -> OnFrame {
        switch answer {
        case .awaited: .deliver
        case .headed, .streaming: .violation
        case .abandoned: .ignore
        }
    }

    /// STATUS, or the END of the last DATA: whether the application is told.
    func receiveLast() -> OnFrame {
        switch answer {
        case .awaited, .headed, .streaming: .deliver
        case .abandoned: .ignore
        }
    }

    // MARK: From the application

    var maySend: Bool {
        requests == .sending && answer != .abandoned
    }

    /// Whether responses still interest anybody, so that credit goes back.
    var takesResponses: Bool {
        answer != .abandoned
    }

    mutating func messageTaken(last: Bool) {
        if last {
            requests = .ended
        }
    }

    /// True if CANCEL must go.
    mutating func abandon() -> Bool {
        guard answer != .abandoned else {
            return false
        }
        answer = .abandoned
        return true
    }

    mutating func lastFrameWritten() -> Bool {
        requests = .ended
        return false
    }
}
