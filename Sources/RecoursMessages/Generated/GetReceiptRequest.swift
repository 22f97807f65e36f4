// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

/// The message `recours.v1.GetReceiptRequest`.
public struct GetReceiptRequest: RecoursMessage {
    /// Which event of the case, from 1; 0: the last that the caller did itself.
    public var sequence: UInt64
    /// One of several, or none: `reference`.
    public var reference: Reference?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        sequence: UInt64 = 0,
        reference: Reference? = nil
    ) {
        self.sequence = sequence
        self.reference = reference
    }

    /// The members of `reference`.
    public enum Reference: Sendable, Hashable {
        /// 16 bytes.
        case id([UInt8])
        /// Field 2, `public_number`.
        case publicNumber(String)
        /// The submitter's own reference.
        case externalRef(String)
    }

    /// `recours.v1.GetReceiptRequest`.
    public static var protoName: String { "recours.v1.GetReceiptRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
