// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

/// CREDIT allows the peer that many more bytes of DATA payload, on a call, or on the connection
/// (call 0).
package struct WireCredit: RecoursMessage {
    /// 1 to 2^31 − 1.
    package var bytes: UInt32

    /// A message of these values; what is left out is absent or has its default.
    package init(
        bytes: UInt32 = 0
    ) {
        self.bytes = bytes
    }

    /// `recours.wire.v1.Credit`.
    package static var protoName: String { "recours.wire.v1.Credit" }

    /// How the message is encoded and decoded.
    package static var coding: MessageCoding<Self> { MessageCoding() }
}
