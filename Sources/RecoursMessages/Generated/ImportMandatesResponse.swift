// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.ImportMandatesResponse`.
public struct ImportMandatesResponse: RecoursMessage {
    /// Field 1, `added`.
    public var added: UInt64
    /// Were there already, and were brought up to date.
    public var updated: UInt64
    /// At most the first 1,000.
    public var refusals: [MandateRefusal]
    /// Field 4, `refused`.
    public var refused: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        added: UInt64 = 0,
        updated: UInt64 = 0,
        refusals: [MandateRefusal] = [],
        refused: UInt64 = 0
    ) {
        self.added = added
        self.updated = updated
        self.refusals = refusals
        self.refused = refused
    }

    /// `recours.v1.ImportMandatesResponse`.
    public static var protoName: String { "recours.v1.ImportMandatesResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
