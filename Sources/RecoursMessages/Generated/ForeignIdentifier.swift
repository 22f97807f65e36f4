// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

/// A number in another country's register.
public struct ForeignIdentifier: RecoursMessage {
    /// ISO 3166-1 alpha-2.
    public var country: String
    /// The register, e.g. "HRB"; 1 to 64 characters.
    public var scheme: String
    /// 1 to 64 characters.
    public var value: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        country: String = "",
        scheme: String = "",
        value: String = ""
    ) {
        self.country = country
        self.scheme = scheme
        self.value = value
    }

    /// `recours.v1.ForeignIdentifier`.
    public static var protoName: String { "recours.v1.ForeignIdentifier" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
