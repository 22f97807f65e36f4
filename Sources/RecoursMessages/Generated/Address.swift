// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

/// A postal address.
public struct Address: RecoursMessage {
    /// At most 5 lines of 100 characters.
    public var lines: [String]
    /// At most 16 characters.
    public var postcode: String
    /// At most 100 characters.
    public var city: String
    /// ISO 3166-1 alpha-2.
    public var country: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        lines: [String] = [],
        postcode: String = "",
        city: String = "",
        country: String = ""
    ) {
        self.lines = lines
        self.postcode = postcode
        self.city = city
        self.country = country
    }

    /// `recours.v1.Address`.
    public static var protoName: String { "recours.v1.Address" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
