// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

/// GOAWAY announces a drain, or the error that ends the connection.
package struct WireGoAway: RecoursMessage {
    /// Highest call that was or will be handled; calls above it were not touched and may be
    /// retried.
    package var lastCall: UInt32
    /// Field 2, `reason`.
    package var reason: WireGoAwayReason
    /// For people, at most 200 bytes.
    package var message: String
    /// How long calls in flight may go on.
    package var drainMs: UInt32
    /// Ask the client to wait this long before it connects again.
    package var retryAfterMs: UInt32

    /// A message of these values; what is left out is absent or has its default.
    package init(
        lastCall: UInt32 = 0,
        reason: WireGoAwayReason = .unspecified,
        message: String = "",
        drainMs: UInt32 = 0,
        retryAfterMs: UInt32 = 0
    ) {
        self.lastCall = lastCall
        self.reason = reason
        self.message = message
        self.drainMs = drainMs
        self.retryAfterMs = retryAfterMs
    }

    /// `recours.wire.v1.GoAway`.
    package static var protoName: String { "recours.wire.v1.GoAway" }

    /// How the message is encoded and decoded.
    package static var coding: MessageCoding<Self> { MessageCoding() }
}
