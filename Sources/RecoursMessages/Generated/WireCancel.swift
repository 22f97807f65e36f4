// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

/// CANCEL abandons a call (client) or refuses it before any handler ran (server).
package struct WireCancel: RecoursMessage {
    /// Field 1, `reason`.
    package var reason: WireCancelReason

    /// A message of these values; what is left out is absent or has its default.
    package init(
        reason: WireCancelReason = .unspecified
    ) {
        self.reason = reason
    }

    /// `recours.wire.v1.Cancel`.
    package static var protoName: String { "recours.wire.v1.Cancel" }

    /// How the message is encoded and decoded.
    package static var coding: MessageCoding<Self> { MessageCoding() }
}
