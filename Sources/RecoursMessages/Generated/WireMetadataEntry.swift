// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

/// One entry of metadata. Keys are lower-case [a-z0-9-_.], 1 to 64 bytes; values at most 4 KiB.
package struct WireMetadataEntry: RecoursMessage {
    /// Field 1, `key`.
    package var key: String
    /// Field 2, `value`.
    package var value: [UInt8]

    /// A message of these values; what is left out is absent or has its default.
    package init(
        key: String = "",
        value: [UInt8] = []
    ) {
        self.key = key
        self.value = value
    }

    /// `recours.wire.v1.MetadataEntry`.
    package static var protoName: String { "recours.wire.v1.MetadataEntry" }

    /// How the message is encoded and decoded.
    package static var coding: MessageCoding<Self> { MessageCoding() }
}
