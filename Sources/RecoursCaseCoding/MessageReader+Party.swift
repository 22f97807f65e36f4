// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension MessageReader {
    mutating func party(
        _ message: RecoursMessages.Party, _ path: () -> String
    ) -> RecoursCases.Party {
        RecoursCases.Party(
            kind: value(message.kind.rawValue) { "\(path()).kind" },
            legalName: message.legalName,
            tradeName: message.tradeName,
            siren: message.siren,
            siret: message.siret,
            foreignIdentifier: message.foreignID.map {
                RecoursCases.ForeignIdentifier(
                    country: $0.country, scheme: $0.scheme, value: $0.value)
            },
            vatNumber: message.vatNumber,
            size: value(message.size.rawValue) { "\(path()).size" },
            nafCode: message.nafCode,
            contact: message.contact.map { contact($0) },
            address: message.address.map {
                RecoursCases.Address(
                    lines: $0.lines, postcode: $0.postcode, city: $0.city, country: $0.country)
            })
    }

    /// Reads a contact; nothing in it can be unreadable.
    package func contact(_ message: RecoursMessages.Contact) -> RecoursCases.Contact {
        RecoursCases.Contact(
            name: message.name, role: message.role, email: message.email, phone: message.phone,
            hours: message.hours, language: message.language)
    }
}
