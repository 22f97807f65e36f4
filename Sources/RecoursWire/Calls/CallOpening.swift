// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages

/// What OPEN says about a new call.
package struct CallOpening: Sendable, Hashable {
    /// Odd, strictly increasing on a connection; chosen by the client's machine.
    package var call: UInt32 = 0
    /// Time left in milliseconds from the moment of sending; nil for no deadline.
    package var timeoutMilliseconds: UInt64?
    /// On the server: the timeout, clamped and counted from receipt; nil for no deadline.
    package var deadline: MonotonicInstant?
    /// The rest. Passing an opening on costs one reference instead of one for each text.
    private let header: CallHeader

    package init(
        method: String, timeoutMilliseconds: UInt64? = nil, idempotencyKey: [UInt8] = [],
        attempt: UInt32 = 0, traceparent: String = "", metadata: [WireMetadataEntry] = []
    ) {
        self.timeoutMilliseconds = timeoutMilliseconds
        header = CallHeader(
            method: method, idempotencyKey: idempotencyKey, attempt: attempt,
            traceparent: traceparent, metadata: metadata)
    }

    /// For example `recours.v1.CaseService/SubmitCase`; at most 128 bytes.
    package var method: String { header.method }
    /// 16 bytes chosen by the client, or empty.
    package var idempotencyKey: [UInt8] { header.idempotencyKey }
    /// 0 for the first attempt, then 1, 2, ….
    package var attempt: UInt32 { header.attempt }
    /// W3C `traceparent`, or empty.
    package var traceparent: String { header.traceparent }
    package var metadata: [WireMetadataEntry] { header.metadata }
}

/// What call after call of a method may share.
private final class CallHeader: Sendable, Hashable {
    let method: String
    let idempotencyKey: [UInt8]
    let attempt: UInt32
    let traceparent: String
    let metadata: [WireMetadataEntry]

    init(
        method: String, idempotencyKey: [UInt8], attempt: UInt32, traceparent: String,
        metadata: [WireMetadataEntry]
    ) {
        self.method = method
        self.idempotencyKey = idempotencyKey
        self.attempt = attempt
        self.traceparent = traceparent
        self.metadata = metadata
    }

    static func == (left: CallHeader, right: CallHeader) -> Bool {
        left === right
            || left.method == right.method && left.idempotencyKey == right.idempotencyKey
                && left.attempt == right.attempt && left.traceparent == right.traceparent
                && left.metadata == right.metadata
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(method)
        hasher.combine(idempotencyKey)
        hasher.combine(attempt)
    }
}
