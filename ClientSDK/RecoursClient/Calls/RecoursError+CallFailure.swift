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
            outcomeIsUnknown: mayHaveTakenEffect && !failure.safeToRetry
                && failure.origin != .server)
    }

    /// The refusal of one item of a stream.
    init(_ status: Status, attempts: Int) {
        self.init(
            code: status.code, message: status.message, origin: .server, details: status.details,
            requestID: status.requestID, attempts: attempts)
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
