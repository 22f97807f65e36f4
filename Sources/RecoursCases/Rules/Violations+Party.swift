// SPDX-License-Identifier: EUPL-1.2

extension Violations {
    /// The firm that suffered: a business with a register's number and somebody to write to.
    mutating func checkComplainant(_ party: Party, at path: () -> String) {
        checkParty(party, at: path)
        if let kind = party.kind, kind != .business {
            add(.partyKind, limit: Int(PartyKind.business.rawValue), at: { path() + ".kind" })
        }
        // A French firm is known by its SIREN even if it also has another country's number.
        let isFrench = party.address?.country == "FR"
        if party.siren.isEmpty, party.siret.isEmpty, isFrench || party.foreignIdentifier == nil {
            add(.required, at: { path() + ".siren" })
        }
        if party.contact == nil { add(.required, at: { path() + ".contact" }) }
    }

    /// Any party: what is given must be right.
    mutating func checkParty(_ party: Party, at path: () -> String) {
        if party.kind == nil { add(.required, at: { path() + ".kind" }) }
        check(
            TextRule.breach(party.legalName, atMost: CaseLimits.legalName),
            at: { path() + ".legal_name" })
        check(
            TextRule.breach(party.tradeName, required: false, atMost: CaseLimits.tradeName),
            at: { path() + ".trade_name" })
        checkFrenchNumbers(party, at: path)
        if let identifier = party.foreignIdentifier {
            checkForeign(identifier, at: { path() + ".foreign_id" })
        }
        checkCode(
            party.nafCode, NAFCodeRule.breach, required: false, at: { path() + ".naf_code" })
        if let contact = party.contact { checkContact(contact, at: { path() + ".contact" }) }
        if let address = party.address { checkAddress(address, at: { path() + ".address" }) }
    }

    private mutating func checkFrenchNumbers(_ party: Party, at path: () -> String) {
        let siren = party.siren.isEmpty ? nil : SirenRule.breach(siren: party.siren)
        let siret = party.siret.isEmpty ? nil : SirenRule.breach(siret: party.siret)
        let vatNumber = party.vatNumber.isEmpty ? nil : VATNumberRule.breach(party.vatNumber)
        check(siren, at: { path() + ".siren" })
        // A number that a spreadsheet spoiled says so: its owner has to look in another file.
        check(
            siret.map { DamagedSiretRule.damage(in: party.siret).map { Breach($0) } ?? $0 },
            at: { path() + ".siret" })
        check(vatNumber, at: { path() + ".vat_number" })
        if siren == nil, siret == nil, !party.siren.isEmpty, !party.siret.isEmpty,
            !SirenRule.agree(siren: party.siren, siret: party.siret)
        {
            add(.siretSirenMismatch, at: { path() + ".siret" })
        }
        if vatNumber == nil, siren == nil, siret == nil,
            let inside = VATNumberRule.siren(in: party.vatNumber), !party.effectiveSiren.isEmpty,
            !inside.elementsEqual(party.effectiveSiren.utf8)
        {
            add(.vatNumberSirenMismatch, at: { path() + ".vat_number" })
        }
    }

    private mutating func checkForeign(
        _ identifier: ForeignIdentifier, at path: () -> String
    ) {
        checkCode(
            identifier.country, CountryRule.breach(country:), required: true,
            at: { path() + ".country" })
        check(
            TextRule.breach(identifier.scheme, atMost: CaseLimits.foreignIdentifier),
            at: { path() + ".scheme" })
        check(
            TextRule.breach(identifier.value, atMost: CaseLimits.foreignIdentifier),
            at: { path() + ".value" })
    }
}
