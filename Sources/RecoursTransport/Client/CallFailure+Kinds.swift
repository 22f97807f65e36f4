// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import NIOPosix
internal import RecoursMessages
internal import RecoursTLS
internal import RecoursWire

/// The wording of everything that goes wrong on this side, in one place.
extension CallFailure {
    static let cancelled = CallFailure(
        RPCStatus(.cancelled, "The call was cancelled by its caller."), origin: .local)

    /// A call whose time ran out before it was sent.
    static let outOfTime = CallFailure(
        RPCStatus(.deadlineExceeded, "The call's time was over before it could be sent."),
        origin: .local, safeToRetry: true,
        remedy: "Make fewer calls at once, or give them more time.")

    /// The same failure for a call that was never sent.
    var beforeSending: CallFailure {
        CallFailure(status, origin: origin, safeToRetry: true, remedy: remedy)
    }

    /// A server which takes no more calls on this connection.
    static let draining = CallFailure(
        .unavailable("The connection takes no more calls."), origin: .connection,
        safeToRetry: true)

    static let refused = CallFailure(
        .unavailable("The server did not take the call."), origin: .connection, safeToRetry: true)

    static let connectTimedOut = CallFailure(
        .unavailable("The server did not answer in time while connecting."), origin: .connection,
        safeToRetry: true, remedy: "Check address, port and firewall.")

    static let invalidOpening = CallFailure(
        RPCStatus(.invalidArgument, "The call's key or metadata break a limit."), origin: .local,
        remedy: "A key has 16 bytes; metadata at most 64 entries and 8 KiB.")

    static let requestTooLarge = CallFailure(
        RPCStatus(.resourceExhausted, "The request is larger than the server accepts."),
        origin: .local, remedy: "Split it.")

    /// A connection that is over, for the reason found first.
    static func lost(_ reason: String) -> CallFailure {
        CallFailure(.unavailable("The connection was lost: \(reason)"), origin: .connection)
    }

    static func undecodable(_ error: MessageError) -> CallFailure {
        CallFailure(
            RPCStatus(.internal, "The server's answer cannot be read: \(error)"), origin: .local)
    }

    /// The server closes the connection and says why.
    init(_ goAway: WireGoAway) {
        switch goAway.reason {
        case .unauthenticated, .revoked:
            self.init(
                RPCStatus(.unauthenticated, "The server refused this partner: \(goAway.message)"),
                origin: .connection, safeToRetry: true,
                remedy: "Ask the operator for a certificate that is registered.")
        default:
            let why = goAway.message.isEmpty ? "\(goAway.reason)" : goAway.message
            self.init(
                .unavailable("The server closes the connection: \(why)"),
                origin: .connection, safeToRetry: true)
        }
    }

    /// TLS did not come about, or broke. What cannot heal by itself is UNAUTHENTICATED, so that
    /// nobody tries again in vain.
    init(_ error: TLSError) {
        let alert = error.alert.map { " (alert \($0))" } ?? ""
        self.init(
            RPCStatus(error.isPermanent ? .unauthenticated : .unavailable, error.message + alert),
            origin: .connection, safeToRetry: true, remedy: error.remedy)
    }

    /// The connection could not be made: the true cause, not what followed from it.
    init(connecting error: any Error, to host: String, port: Int) {
        let place = "\(host):\(port)"
        switch error {
        case let failure as CallFailure: self = failure
        case let error as TLSError: self.init(error)
        case let error as NIOConnectionError
        where error.connectionErrors.isEmpty && error.dnsAError != nil:
            self.init(
                .unavailable("The name \(host) cannot be found."), origin: .connection,
                safeToRetry: true, remedy: "Check the endpoint's name.")
        case let error as NIOConnectionError:
            let cause = error.connectionErrors.first.map { "\($0.error)" } ?? "\(error)"
            self.init(
                .unavailable("Cannot connect to \(place): \(cause)"), origin: .connection,
                safeToRetry: true, remedy: "Check that the server runs there.")
        default:
            self.init(
                .unavailable("Cannot connect to \(place): \(error)"), origin: .connection,
                safeToRetry: true, remedy: "Check that the server runs there.")
        }
    }
}
