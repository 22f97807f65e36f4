// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages

/// Why a connection is over: what the peer broke, which time ran out, or what we did wrong.
///
/// It concerns the whole connection; what concerns one call is an `RPCStatus`.
package struct ConnectionError: Error, Sendable, Hashable {
    /// What happened, closed and exhaustive; PROTOCOL.md §12 lists each with its GOAWAY reason.
    package enum Code: Sendable, Hashable, CaseIterable {
        /// A frame or payload that the protocol forbids.
        case protocolViolation
        /// A frame longer than we announced.
        case frameTooLarge
        /// More DATA than credit.
        case flowControl
        /// A budget of CANCEL, PING, CREDIT, refusals or tiny fragments was overrun.
        case calmDown
        /// HELLO did not come in time.
        case helloTimeout
        /// A frame stayed incomplete for too long.
        case frameTimeout
        /// A PING was not answered in time.
        case pingTimeout
        /// Nothing could be written for too long.
        case writeStalled
        /// The stream ended within a frame, or without close_notify while calls were open.
        case truncated
        /// The peer sent GOAWAY with an error reason, or closed while calls were open.
        case closedByPeer
        /// A transition that our own code should never have asked for.
        case internalError
    }

    package var code: Code
    /// What was found, for logs; at most 200 bytes and never the peer's own text.
    package var message: String
    /// What the reader of the log can do about it.
    package var remedy: String
    /// The decoding error behind it, if a control payload could not be read.
    package var cause: MessageError?

    package init(_ code: Code, _ message: String, cause: MessageError? = nil) {
        self.code = code
        self.message = message
        self.remedy = code.remedy
        self.cause = cause
    }

    /// The reason that GOAWAY gives the peer, or nil if nothing can reach it any more.
    package var goAwayReason: WireGoAwayReason? {
        switch code {
        case .protocolViolation, .helloTimeout, .frameTimeout: .protocolError
        case .frameTooLarge: .frameTooLarge
        case .flowControl: .flowControl
        case .calmDown: .calmDown
        case .internalError: .internal
        case .pingTimeout, .writeStalled, .truncated, .closedByPeer: nil
        }
    }
}

extension ConnectionError.Code {
    fileprivate var remedy: String {
        switch self {
        case .protocolViolation, .frameTooLarge, .flowControl:
            "Compare the peer's implementation with PROTOCOL.md; golden vectors are beside it."
        case .calmDown: "Let the client open, cancel and ping less often; see PROTOCOL.md §11."
        case .helloTimeout, .frameTimeout: "Look for a stalled peer or a network that drops data."
        case .pingTimeout, .writeStalled: "Connect again; the peer or the path to it is stuck."
        case .truncated, .closedByPeer: "Connect again; repeat calls that are safe to repeat."
        case .internalError: "Report this as a bug together with the message."
        }
    }
}
