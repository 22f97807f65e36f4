// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

/// HEAD carries metadata ahead of the first response; it commits the call: no retry after it.
package struct WireHead: RecoursMessage {
    /// Field 1, `metadata`.
    package var metadata: [WireMetadataEntry]

    /// A message of these values; what is left out is absent or has its default.
    package init(
        metadata: [WireMetadataEntry] = []
    ) {
        self.metadata = metadata
    }

    /// `recours.wire.v1.Head`.
    package static var protoName: String { "recours.wire.v1.Head" }

    /// How the message is encoded and decoded.
    package static var coding: MessageCoding<Self> { MessageCoding() }
}
