// SPDX-License-Identifier: EUPL-1.2

/// What a party is.
package enum PartyKind: Int32, CaseIterable, Hashable, Sendable {
    case business = 1
    case association = 2
    case platform = 3
    case mediator = 4
}

/// Size classes of Recommendation 2003/361/EC, and the French "ETI" above them.
package enum CompanySize: Int32, CaseIterable, Hashable, Sendable {
    case micro = 1
    case small = 2
    case medium = 3
    case midCap = 4
}

/// A firm, association or platform. A French firm is named by its SIREN or SIRET, any other by the
/// number it has in its own country's register. Absent text is empty.
package struct Party: Hashable, Sendable {
    package var kind: PartyKind?
    /// 1–200.
    package var legalName: String
    /// At most 200.
    package var tradeName: String
    /// 9 digits.
    package var siren: String
    /// 14 digits, beginning with the SIREN.
    package var siret: String
    package var foreignIdentifier: ForeignIdentifier?
    /// With the country's prefix.
    package var vatNumber: String
    /// Optional: what partners keep in spreadsheets does not have it.
    package var size: CompanySize?
    /// INSEE's activity code: 4 digits and a letter.
    package var nafCode: String
    package var contact: Contact?
    package var address: Address?

    package init(
        kind: PartyKind? = nil, legalName: String = "", tradeName: String = "",
        siren: String = "", siret: String = "", foreignIdentifier: ForeignIdentifier? = nil,
        vatNumber: String = "", size: CompanySize? = nil, nafCode: String = "",
        contact: Contact? = nil, address: Address? = nil
    ) {
        self.kind = kind
        self.legalName = legalName
        self.tradeName = tradeName
        self.siren = siren
        self.siret = siret
        self.foreignIdentifier = foreignIdentifier
        self.vatNumber = vatNumber
        self.size = size
        self.nafCode = nafCode
        self.contact = contact
        self.address = address
    }

    /// The SIREN, also when only a SIRET was given; empty for a firm that has neither.
    package var effectiveSiren: String {
        guard siren.isEmpty, siret.utf8.count >= 9 else { return siren }
        return String(decoding: siret.utf8.prefix(9), as: UTF8.self)
    }
}

/// A number in another country's register.
package struct ForeignIdentifier: Hashable, Sendable {
    /// ISO 3166-1 alpha-2.
    package var country: String
    /// The register, e.g. "HRB"; 1–64.
    package var scheme: String
    /// 1–64.
    package var value: String

    package init(country: String = "", scheme: String = "", value: String = "") {
        self.country = country
        self.scheme = scheme
        self.value = value
    }
}

/// A person or desk to talk to.
package struct Contact: Hashable, Sendable {
    /// 1–100.
    package var name: String
    /// At most 100.
    package var role: String
    /// 3–254 bytes; this or a telephone number is required.
    package var email: String
    /// E.164: "+" and 7 to 15 digits.
    package var phone: String
    /// When the contact can be reached; at most 200.
    package var hours: String
    /// BCP 47.
    package var language: String

    package init(
        name: String = "", role: String = "", email: String = "", phone: String = "",
        hours: String = "", language: String = ""
    ) {
        self.name = name
        self.role = role
        self.email = email
        self.phone = phone
        self.hours = hours
        self.language = language
    }
}

/// A postal address.
package struct Address: Hashable, Sendable {
    /// At most 5 lines of 100.
    package var lines: [String]
    /// At most 16; 5 digits in France.
    package var postcode: String
    /// At most 100.
    package var city: String
    /// ISO 3166-1 alpha-2.
    package var country: String

    package init(
        lines: [String] = [], postcode: String = "", city: String = "", country: String = ""
    ) {
        self.lines = lines
        self.postcode = postcode
        self.city = city
        self.country = country
    }
}
