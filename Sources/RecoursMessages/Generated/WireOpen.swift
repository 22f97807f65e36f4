// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

/// OPEN starts a call; client to server.
package struct WireOpen: RecoursMessage {
    /// "recours.v1.CaseService/SubmitCase": at most 128 bytes.
    package var method: String
    /// Time left for the call, in milliseconds from the moment of sending. Absent: no deadline.
    package var timeoutMs: UInt64?
    /// 16 bytes chosen by the client, repeated on each retry of the same call; empty if it has
    /// none.
    package var idempotencyKey: [UInt8]
    /// 0 for the first attempt, then 1, 2, ….
    package var attempt: UInt32
    /// W3C trace context header "traceparent"; empty if there is none.
    package var traceparent: String
    /// At most 64 entries and 8 KiB in all.
    package var metadata: [WireMetadataEntry]

    /// A message of these values; what is left out is absent or has its default.
    package init(
        method: String = "",
        timeoutMs: UInt64? = nil,
        idempotencyKey: [UInt8] = [],
        attempt: UInt32 = 0,
        traceparent: String = "",
        metadata: [WireMetadataEntry] = []
    ) {
        self.method = method
        self.timeoutMs = timeoutMs
        self.idempotencyKey = idempotencyKey
        self.attempt = attempt
        self.traceparent = traceparent
        self.metadata = metadata
    }

    /// `recours.wire.v1.Open`.
    package static var protoName: String { "recours.wire.v1.Open" }

    /// How the message is encoded and decoded.
    package static var coding: MessageCoding<Self> { MessageCoding() }
}
