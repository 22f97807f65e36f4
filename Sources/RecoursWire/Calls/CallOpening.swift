// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages

/// What OPEN says about a new call.
package struct CallOpening: Sendable, Hashable {
    /// Odd, strictly increasing on a connection; chosen by the client's machine.
    package var call: UInt32 = 0
    /// For example `recours.v1.CaseService/SubmitCase`; at most 128 bytes.
    package var method: String
    /// Time left in milliseconds from the moment of sending; nil for no deadline.
    package var timeoutMilliseconds: UInt64?
    /// On the server: the timeout, clamped and counted from receipt; nil for no deadline.
    package var deadline: MonotonicInstant?
    /// 16 bytes chosen by the client, or empty.
    package var idempotencyKey: [UInt8]
    /// 0 for the first attempt, then 1, 2, ….
    package var attempt: UInt32
    /// W3C `traceparent`, or empty.
    package var traceparent: String
    package var metadata: [WireMetadataEntry]

    package init(
        method: String, timeoutMilliseconds: UInt64? = nil, idempotencyKey: [UInt8] = [],
        attempt: UInt32 = 0, traceparent: String = "", metadata: [WireMetadataEntry] = []
    ) {
        self.method = method
        self.timeoutMilliseconds = timeoutMilliseconds
        self.idempotencyKey = idempotencyKey
        self.attempt = attempt
        self.traceparent = traceparent
        self.metadata = metadata
    }
}
