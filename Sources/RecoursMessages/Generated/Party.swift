// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

/// A firm, association or platform. A French firm is named by its SIREN (9 digits) or SIRET (14
/// digits); any other by its register's number.
public struct Party: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: PartyKind
    /// 1 to 200 characters.
    public var legalName: String
    /// At most 200 characters.
    public var tradeName: String
    /// 9 digits with a valid Luhn sum, without spaces.
    public var siren: String
    /// 14 digits: valid Luhn sum (or La Poste's rule); begins with the SIREN.
    public var siret: String
    /// Field 6, `foreign_id`.
    public var foreignID: ForeignIdentifier?
    /// With its country prefix, e.g. "FR83404833048".
    public var vatNumber: String
    /// Field 8, `size`.
    public var size: CompanySize
    /// INSEE activity code: 4 digits and a letter, e.g. "3212Z".
    public var nafCode: String
    /// Field 10, `contact`.
    public var contact: Contact? {
        get { contactBox.value }
        set { contactBox = Boxed(newValue) }
    }
    var contactBox: Boxed<Contact>
    /// Field 11, `address`.
    public var address: Address?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: PartyKind = .unspecified,
        legalName: String = "",
        tradeName: String = "",
        siren: String = "",
        siret: String = "",
        foreignID: ForeignIdentifier? = nil,
        vatNumber: String = "",
        size: CompanySize = .unspecified,
        nafCode: String = "",
        contact: Contact? = nil,
        address: Address? = nil
    ) {
        self.kind = kind
        self.legalName = legalName
        self.tradeName = tradeName
        self.siren = siren
        self.siret = siret
        self.foreignID = foreignID
        self.vatNumber = vatNumber
        self.size = size
        self.nafCode = nafCode
        contactBox = Boxed(contact)
        self.address = address
    }

    /// `recours.v1.Party`.
    public static var protoName: String { "recours.v1.Party" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
