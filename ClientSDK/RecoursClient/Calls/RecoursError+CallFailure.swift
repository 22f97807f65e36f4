// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport
internal import RecoursWire

extension RecoursError {
    /// A failed attempt as the caller sees it, after `attempts` attempts.
    init(_ failure: CallFailure, attempts: Int, mayHaveTakenEffect: Bool) {
        self.init(
            code: Code(rawValue: failure.status.code.rawValue),
            message: failure.status.message,
            remedy: failure.remedy,
            origin: Origin(failure.origin),
            details: failure.status.details,
            requestID: failure.status.requestID,
            attempts: attempts,
            outcomeIsUnknown: mayHaveTakenEffect && !failure.safeToRetry)
        if failure.origin == .server, saysNothingWasDone { outcomeIsUnknown = false }
    }

    /// A failure before anything was sent.
    init(unsent failure: CallFailure, attempts: Int) {
        self.init(failure, attempts: attempts, mayHaveTakenEffect: false)
    }

    /// The refusal of one item of a stream.
    init(_ status: Status, attempts: Int) {
        self.init(
            code: status.code, message: status.message, origin: .server, details: status.details,
            requestID: status.requestID, attempts: attempts)
        outcomeIsUnknown = !saysNothingWasDone
    }

    /// Whether the server says that it has done nothing: it refuses, or gives a reason. What has
    /// neither may have happened: a call whose time is over goes on, an answer may not get through.
    private var saysNothingWasDone: Bool {
        switch code {
        case .invalidArgument, .notFound, .alreadyExists, .permissionDenied, .failedPrecondition,
            .outOfRange, .unauthenticated, .unimplemented, .aborted:
            true
        case .resourceExhausted, .unavailable: reason.map { $0 != "OUTCOME_UNKNOWN" } ?? false
        default: false
        }
    }

    /// Whether a server says of itself, not of this call, that it cannot serve. Another may, and
    /// the same one later.
    var saysServerIsAway: Bool {
        guard origin == .server, code == .unavailable, let reason else { return false }
        return Self.reasonsOfServers.contains(reason)
    }

    private static let reasonsOfServers: Set<String> = [
        "DRAINING", "STORAGE_FAILED", "STORAGE_UNAVAILABLE", "OUTCOME_UNKNOWN",
    ]

    /// The server's name for what was wrong; nil if its transport answered.
    private var reason: String? {
        for case .errorInfo(let info) in details.lazy.compactMap(\.kind) { return info.reason }
        return nil
    }

    /// The same of a call of which an earlier attempt may have taken effect.
    func inDoubt(_ isInDoubt: Bool) -> RecoursError {
        var error = self
        error.outcomeIsUnknown = outcomeIsUnknown || isInDoubt
        return error
    }

    static func cancelled(attempts: Int) -> RecoursError {
        RecoursError(
            code: .cancelled, message: "the call was cancelled by its caller", attempts: attempts)
    }
}

extension RecoursError.Origin {
    fileprivate init(_ origin: CallFailure.Origin) {
        switch origin {
        case .server: self = .server
        case .connection: self = .connection
        case .local: self = .client
        }
    }
}

extension CallFailure {
    /// The client was closed by its owner.
    static let clientClosed = CallFailure(
        RPCStatus(.cancelled, "The client has been closed."), origin: .local, safeToRetry: true,
        remedy: "Make a new RecoursClient.")

    /// A stream that ended in good order before everything was answered.
    static let endedEarly = CallFailure(
        .unavailable("The server ended the stream early."), origin: .server)
}
