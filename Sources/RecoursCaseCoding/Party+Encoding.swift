// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension RecoursMessages.Party {
    init(_ party: RecoursCases.Party) {
        self.init(
            kind: .init(rawValue: party.kind?.rawValue ?? 0),
            legalName: party.legalName,
            tradeName: party.tradeName,
            siren: party.siren,
            siret: party.siret,
            foreignID: party.foreignIdentifier.map(RecoursMessages.ForeignIdentifier.init),
            vatNumber: party.vatNumber,
            size: .init(rawValue: party.size?.rawValue ?? 0),
            nafCode: party.nafCode,
            contact: party.contact.map(RecoursMessages.Contact.init),
            address: party.address.map(RecoursMessages.Address.init))
    }
}

extension RecoursMessages.ForeignIdentifier {
    init(_ identifier: RecoursCases.ForeignIdentifier) {
        self.init(
            country: identifier.country, scheme: identifier.scheme, value: identifier.value)
    }
}

extension RecoursMessages.Contact {
    package init(_ contact: RecoursCases.Contact) {
        self.init(
            name: contact.name, role: contact.role, email: contact.email, phone: contact.phone,
            hours: contact.hours, language: contact.language)
    }
}

extension RecoursMessages.Address {
    init(_ address: RecoursCases.Address) {
        self.init(
            lines: address.lines, postcode: address.postcode, city: address.city,
            country: address.country)
    }
}
