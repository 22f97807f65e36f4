// SPDX-License-Identifier: EUPL-1.2

// Field numbers are those of the protocol's messages. A number once used keeps its meaning.

extension Party {
    func write(to out: inout CanonicalBytes) {
        out.write(1, kind)
        out.write(2, legalName)
        out.write(3, tradeName)
        out.write(4, siren)
        out.write(5, siret)
        out.write(6, foreignIdentifier) { identifier, out in
            out.write(1, identifier.country)
            out.write(2, identifier.scheme)
            out.write(3, identifier.value)
        }
        out.write(7, vatNumber)
        out.write(8, size)
        out.write(9, nafCode)
        out.write(10, contact) { $0.write(to: &$1) }
        out.write(11, address) { address, out in
            out.write(1, address.lines)
            out.write(2, address.postcode)
            out.write(3, address.city)
            out.write(4, address.country)
        }
    }
}

extension Contact {
    func write(to out: inout CanonicalBytes) {
        out.write(1, name)
        out.write(2, role)
        out.write(3, email)
        out.write(4, phone)
        out.write(5, hours)
        out.write(6, language)
    }
}

extension Money {
    func write(to out: inout CanonicalBytes) {
        out.write(1, minorUnits)
        out.write(2, currency)
    }
}

extension Listing {
    func write(to out: inout CanonicalBytes) {
        out.write(1, platformListingIdentifier)
        out.write(2, url)
        out.write(3, gtin)
        out.write(4, sellerName)
        out.write(5, sellerIdentifier)
        out.write(6, price) { $0.write(to: &$1) }
        out.write(7, firstSeenAt)
        out.write(8, reportedAt)
        out.write(9, removedAt)
        out.write(10, state)
        out.write(11, imageHash.map { Int64(bitPattern: $0) })
        out.write(12, title)
    }
}

extension IPClaim {
    func write(to out: inout CanonicalBytes) {
        out.write(1, kind)
        out.write(2, office)
        out.write(3, number)
        out.write(4, owner) { $0.write(to: &$1) }
        for original in originals { out.write(5, original) { $0.write(to: &$1) } }
        out.write(6, goodFaith)
    }
}

extension FundsWithheld {
    func write(to out: inout CanonicalBytes) {
        out.write(1, amount) { $0.write(to: &$1) }
        out.write(2, heldSince)
        out.write(3, releaseOn)
    }
}

extension TermsChange {
    func write(to out: inout CanonicalBytes) {
        out.write(1, announcedOn)
        out.write(2, effectiveOn)
        out.write(3, durableMedium)
        out.write(4, documentURL)
        out.write(5, kind)
    }
}
