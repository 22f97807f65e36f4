// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages
internal import RecoursWire

/// Makes calls: what generated stubs are built over.
package protocol CallMaker: Sendable {
    /// One request, one response.
    func unary<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor, _ request: Request, _ options: CallOptions
    ) async throws(CallFailure) -> Response

    /// Any other shape.
    func streaming<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor, _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<Request, Response>
}

/// What is said of one call besides its messages.
package struct CallOptions: Sendable {
    /// Time left; nil: no deadline.
    package var timeout: Duration?
    /// 16 bytes, or none.
    package var idempotencyKey: [UInt8]?
    /// 0 for the first attempt.
    package var attempt: UInt32
    package var metadata: [WireMetadataEntry]
    package var traceparent: String

    package init(
        timeout: Duration? = nil, idempotencyKey: [UInt8]? = nil, attempt: UInt32 = 0,
        metadata: [WireMetadataEntry] = [], traceparent: String = ""
    ) {
        self.timeout = timeout
        self.idempotencyKey = idempotencyKey
        self.attempt = attempt
        self.metadata = metadata
        self.traceparent = traceparent
    }

    func opening(_ method: MethodDescriptor) -> CallOpening {
        CallOpening(
            method: method.fullName, timeoutMilliseconds: timeout.map(\.wholeMilliseconds),
            idempotencyKey: idempotencyKey ?? [], attempt: attempt, traceparent: traceparent,
            metadata: metadata)
    }
}

extension Duration {
    /// Rounded up, so that a call which has time left never says it has none.
    fileprivate var wholeMilliseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        let part = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return UInt64(seconds) * 1_000 + UInt64(part)
    }
}

/// Why a call failed.
package struct CallFailure: Error, Sendable {
    package enum Origin: Sendable, Hashable {
        /// The server answered so.
        case server
        /// No connection, or it was lost.
        case connection
        /// This side: its deadline, its cancellation, its misuse.
        case local
    }

    package let status: RPCStatus
    package let origin: Origin
    /// True if no handler saw the call: repeating it is always safe.
    package let safeToRetry: Bool
    /// What to do about it, for people; may be empty.
    package let remedy: String

    package init(
        _ status: RPCStatus, origin: Origin, safeToRetry: Bool = false, remedy: String = ""
    ) {
        self.status = status
        self.origin = origin
        self.safeToRetry = safeToRetry
        self.remedy = remedy
    }
}
