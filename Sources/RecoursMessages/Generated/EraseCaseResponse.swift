// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

/// The message `recours.v1.EraseCaseResponse`.
public struct EraseCaseResponse: RecoursMessage {
    /// Field 1, `public_number`.
    public var publicNumber: String
    /// Field 2, `version`.
    public var version: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        publicNumber: String = "",
        version: UInt64 = 0
    ) {
        self.publicNumber = publicNumber
        self.version = version
    }

    /// `recours.v1.EraseCaseResponse`.
    public static var protoName: String { "recours.v1.EraseCaseResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
