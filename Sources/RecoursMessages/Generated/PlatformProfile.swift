// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

/// The message `recours.v1.PlatformProfile`.
public struct PlatformProfile: RecoursMessage {
    /// Who answers: role, hours, and an address or a telephone number are required.
    public var contact: Contact? {
        get { contactBox.value }
        set { contactBox = Boxed(newValue) }
    }
    var contactBox: Boxed<Contact>
    /// The last day on which the contact is good: at most a year ahead.
    public var validUntil: String
    /// Languages in which answers are given, BCP 47; 1 to 30.
    public var languages: [String]
    /// How to use the internal complaint system (article 11); at most 500 characters.
    public var internalComplaint: String
    /// Mediators the platform is willing to engage with (article 12): 2 to 10, each 1 to 200
    /// characters.
    public var mediators: [String]
    /// Certified out-of-court dispute settlement body, at most 200 characters.
    public var outOfCourtBody: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        contact: Contact? = nil,
        validUntil: String = "",
        languages: [String] = [],
        internalComplaint: String = "",
        mediators: [String] = [],
        outOfCourtBody: String = ""
    ) {
        contactBox = Boxed(contact)
        self.validUntil = validUntil
        self.languages = languages
        self.internalComplaint = internalComplaint
        self.mediators = mediators
        self.outOfCourtBody = outOfCourtBody
    }

    /// `recours.v1.PlatformProfile`.
    public static var protoName: String { "recours.v1.PlatformProfile" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
