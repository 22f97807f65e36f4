// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The right of an association to file for a firm.
public struct Mandate: RecoursMessage {
    /// Slug of the association.
    public var association: String
    /// The firm's SIREN.
    public var siren: String
    /// Dates; `until` is the last day, empty for no end.
    public var from: String
    /// Field 4, `until`.
    public var until: String
    /// SHA-256 of the signed document: 32 bytes, or empty.
    public var documentSha256: [UInt8]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        association: String = "",
        siren: String = "",
        from: String = "",
        until: String = "",
        documentSha256: [UInt8] = []
    ) {
        self.association = association
        self.siren = siren
        self.from = from
        self.until = until
        self.documentSha256 = documentSha256
    }

    /// `recours.v1.Mandate`.
    public static var protoName: String { "recours.v1.Mandate" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
