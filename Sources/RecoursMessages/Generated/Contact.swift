// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

/// A person or desk to talk to.
public struct Contact: RecoursMessage {
    /// 1 to 100 characters.
    public var name: String
    /// At most 100 characters.
    public var role: String
    /// 3 to 254 bytes.
    public var email: String
    /// E.164: "+" and 7 to 15 digits.
    public var phone: String
    /// When the contact can be reached; at most 200 characters.
    public var hours: String
    /// BCP 47 tag.
    public var language: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        name: String = "",
        role: String = "",
        email: String = "",
        phone: String = "",
        hours: String = "",
        language: String = ""
    ) {
        self.name = name
        self.role = role
        self.email = email
        self.phone = phone
        self.hours = hours
        self.language = language
    }

    /// `recours.v1.Contact`.
    public static var protoName: String { "recours.v1.Contact" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
