// SPDX-License-Identifier: EUPL-1.2

/// The life of one call on the server (PROTOCOL.md §8.2). Each call gets exactly one last frame,
/// and its place is free only when that is written *and* the handler has ended.
struct ServerCallState: CallState, Hashable {
    enum Requests: Sendable, Hashable, CaseIterable {
        case receiving
        case ended
    }

    enum Answer: Sendable, Hashable, CaseIterable {
        /// Nothing was sent: the call may still be refused.
        case open
        /// HEAD or a message was sent.
        case started
        /// The last frame is queued behind messages.
        case closing
        /// The client cancelled: STATUS CANCELLED goes when the handler has ended.
        case cancelled
        /// The last frame was written.
        case over
    }

    var requests = Requests.receiving
    var answer = Answer.open
    var handlerEnded = false

    // MARK: From the client

    enum OnData: Sendable, Hashable {
        case deliver
        /// The answer is settled already; the request no longer matters.
        case ignore
        /// DATA after END.
        case violation
    }

    mutating func receiveData(end: Bool) -> OnData {
        switch requests {
        case .ended:
            return .violation
        case .receiving:
            requests = end ? .ended : .receiving
        }
        switch answer {
        case .open, .started: return handlerEnded ? .ignore : .deliver
        case .closing, .cancelled, .over: return .ignore
        }
    }

    enum OnCancel: Sendable, Hashable {
        case cancelHandler
        /// The handler has ended, but its answer was still queued: drop that, say CANCELLED.
        case endNow
        case ignore
    }

    mutating func receiveCancel() -> OnCancel {
        switch answer {
        case .open, .started, .closing:
            answer = handlerEnded ? .over : .cancelled
            return handlerEnded ? .endNow : .cancelHandler
        case .cancelled, .over:
            return .ignore
        }
    }

    // MARK: From the handler

    /// Whether a message, or a status, may be sent.
    var maySend: Bool {
        switch answer {
        case .open, .started: !handlerEnded
        case .closing, .cancelled, .over: false
        }
    }

    /// Whether the client may still send what the handler would take.
    var takesRequests: Bool {
        requests == .receiving && maySend
    }

    /// True if HEAD may go now.
    mutating func sendHead() -> Bool {
        guard answer == .open, !handlerEnded else {
            return false
        }
        answer = .started
        return true
    }

    /// A message was taken for sending.
    mutating func messageTaken(last: Bool) {
        guard maySend else {
            return
        }
        answer = last ? .closing : .started
    }

    /// True if a refusal may go now: no handler's doing was seen by the client.
    mutating func refuse() -> Bool {
        guard answer == .open, !handlerEnded else {
            return false
        }
        answer = .over
        return true
    }

    mutating func lastFrameWritten() -> Bool {
        answer = .over
        return handlerEnded
    }

    enum OnEnded: Sendable, Hashable {
        case keep
        case remove
        case sendCancelledAndRemove
        /// The handler ended without an answer, which is our own fault.
        case sendInternalAndRemove
    }

    mutating func handlerDidEnd() -> OnEnded {
        guard !handlerEnded else {
            return .keep
        }
        handlerEnded = true
        switch answer {
        case .open, .started:
            answer = .over
            return .sendInternalAndRemove
        case .closing:
            return .keep
        case .cancelled:
            answer = .over
            return .sendCancelledAndRemove
        case .over:
            return .remove
        }
    }

    // MARK: From us

    enum OnAbort: Sendable, Hashable {
        /// Write the status; the handler must be cancelled and is waited for.
        case answerAndCancelHandler
        /// Write the status; the call is done with.
        case answerAndRemove
        /// The call has its last frame already, or will get it.
        case ignore
    }

    /// Ends the call with a status of the connection's own: a deadline, a limit.
    mutating func abort() -> OnAbort {
        switch answer {
        case .open, .started, .closing:
            answer = .over
            return handlerEnded ? .answerAndRemove : .answerAndCancelHandler
        case .cancelled, .over:
            return .ignore
        }
    }
}
