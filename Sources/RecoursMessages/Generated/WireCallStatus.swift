// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

/// STATUS ends a call that is not a plain OK.
package struct WireCallStatus: RecoursMessage {
    /// Field 1, `status`.
    package var status: Status?
    /// Field 2, `metadata`.
    package var metadata: [WireMetadataEntry]

    /// A message of these values; what is left out is absent or has its default.
    package init(
        status: Status? = nil,
        metadata: [WireMetadataEntry] = []
    ) {
        self.status = status
        self.metadata = metadata
    }

    /// `recours.wire.v1.CallStatus`.
    package static var protoName: String { "recours.wire.v1.CallStatus" }

    /// How the message is encoded and decoded.
    package static var coding: MessageCoding<Self> { MessageCoding() }
}
