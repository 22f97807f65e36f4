// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages

/// Why a call failed, and what to do about it.
public struct RecoursError: Error, Sendable {
    /// gRPC's status codes. Open: a newer server may send one that this version does not know.
    public typealias Code = RecoursMessages.StatusCode

    /// Where the failure arose.
    public enum Origin: Sendable, Hashable {
        /// The server answered it.
        case server
        /// No answer: the connection could not be made, or broke.
        case connection
        /// This process: deadline, cancellation, or a misuse.
        case client
    }

    /// What kind of failure it is.
    public var code: Code
    /// What went wrong, for people.
    public var message: String
    /// What may be done about it, for people; empty if there is nothing to say.
    public var remedy: String
    /// Who says so.
    public var origin: Origin
    /// Typed details, at most one of each kind.
    public var details: [ErrorDetail]
    /// Names the call in the server's log; empty if the server never answered.
    public var requestID: String
    /// How often the call was tried: 1 or more; 0 if it never left.
    public var attempts: Int
    /// True if the call, or an attempt at it, may have taken effect although nobody has said so.
    /// Repeat it with the same key.
    public var outcomeIsUnknown: Bool

    /// An error; programs make their own in tests only.
    public init(
        code: Code, message: String, remedy: String = "", origin: Origin = .client,
        details: [ErrorDetail] = [], requestID: String = "", attempts: Int = 0,
        outcomeIsUnknown: Bool = false
    ) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.origin = origin
        self.details = details
        self.requestID = requestID
        self.attempts = attempts
        self.outcomeIsUnknown = outcomeIsUnknown
    }
}

extension RecoursError {
    /// All violations, if the request broke rules; empty otherwise.
    public var violations: [FieldViolation] {
        for case .badRequest(let request) in details.lazy.compactMap(\.kind) {
            return request.violations
        }
        return []
    }

    /// The case's state and version, if it was not in the state which the call needs.
    public var stateConflict: StateConflict? {
        for case .stateConflict(let conflict) in details.lazy.compactMap(\.kind) {
            return conflict
        }
        return nil
    }

    /// What the key or reference was used for before, if it was.
    public var idempotencyConflict: IdempotencyConflict? {
        for case .idempotencyConflict(let conflict) in details.lazy.compactMap(\.kind) {
            return conflict
        }
        return nil
    }

    /// The wait which the server asks for before another attempt; nil if it asks for none.
    public var retryAfter: Duration? {
        for case .retryInfo(let info) in details.lazy.compactMap(\.kind) {
            return .milliseconds(Int64(clamping: info.retryAfterMs))
        }
        return nil
    }

    /// True if the same call with the same key may succeed later. The client has already retried
    /// what is worth retrying within the deadline.
    public var isRetryable: Bool {
        switch code {
        case .unavailable: true
        case .aborted, .resourceExhausted: retryAfter != nil
        case .deadlineExceeded: true
        default: false
        }
    }
}

extension RecoursError: CustomStringConvertible {
    /// One line: code, message, remedy, and the request's number in the server's log.
    public var description: String {
        var text = "\(code.name ?? "\(code.rawValue)"): \(message)"
        if !remedy.isEmpty { text += ". \(remedy)" }
        if !requestID.isEmpty { text += " (request \(requestID))" }
        return text
    }
}
