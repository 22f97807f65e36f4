// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

/// The message `recours.v1.EraseCaseRequest`.
public struct EraseCaseRequest: RecoursMessage {
    /// Why; it stays with the erased case, so it must not name anybody. Required.
    public var reason: String
    /// One of several, or none: `reference`.
    public var reference: Reference?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        reason: String = "",
        reference: Reference? = nil
    ) {
        self.reason = reason
        self.reference = reference
    }

    /// The members of `reference`.
    public enum Reference: Sendable, Hashable {
        /// 16 bytes.
        case id([UInt8])
        /// Field 2, `public_number`.
        case publicNumber(String)
    }

    /// `recours.v1.EraseCaseRequest`.
    public static var protoName: String { "recours.v1.EraseCaseRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
