// SPDX-License-Identifier: EUPL-1.2

extension CaseDraft {
    /// The same draft as it is stored: without the spaces and dots that people write into numbers.
    /// Nothing else is touched; a draft written cleanly comes back without a copy of its texts.
    package func normalised() -> CaseDraft {
        var draft = self
        draft.complainant.normalise()
        draft.ipClaim?.owner?.normalise()
        for place in draft.listings.indices {
            // Looked at first: writing would copy the whole array.
            guard Compacting.isNeeded(listings[place].gtin) else { continue }
            draft.listings[place].gtin = Compacting.compacted(listings[place].gtin)
        }
        return draft
    }
}

extension Party {
    /// The same party without the spaces and dots that people write into numbers.
    func normalised() -> Party {
        var party = self
        party.normalise()
        return party
    }

    fileprivate mutating func normalise() {
        Compacting.compact(&siren)
        Compacting.compact(&siret)
        Compacting.compact(&vatNumber)
        Compacting.compact(&nafCode, dotsToo: true)
        contact?.normalise()
    }
}

extension Contact {
    /// The same contact without spaces and dots in its telephone number.
    package func normalised() -> Contact {
        var contact = self
        contact.normalise()
        return contact
    }

    fileprivate mutating func normalise() {
        Compacting.compact(&phone, dotsToo: true)
    }
}

extension PlatformResponse {
    /// The same answer as it is stored.
    package func normalised() -> PlatformResponse {
        guard let contact else { return self }
        var response = self
        response.contact = contact.normalised()
        return response
    }
}

/// Takes separators out of numbers.
enum Compacting {
    static func isNeeded(_ text: String, dotsToo: Bool = false) -> Bool {
        text.utf8.contains { isSeparator($0, dotsToo) || $0 >= 0x80 }
    }

    static func compact(_ text: inout String, dotsToo: Bool = false) {
        if isNeeded(text, dotsToo: dotsToo) { text = compacted(text, dotsToo: dotsToo) }
    }

    static func compacted(_ text: String, dotsToo: Bool = false) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isSeparator(scalar, dotsToo) {
            kept.append(scalar)
        }
        return String(kept)
    }

    private static func isSeparator(_ byte: UInt8, _ dotsToo: Bool) -> Bool {
        byte == UInt8(ascii: " ") || (dotsToo && byte == UInt8(ascii: "."))
    }

    /// Also the two non-breaking spaces that French typography puts between groups of digits.
    private static func isSeparator(_ scalar: Unicode.Scalar, _ dotsToo: Bool) -> Bool {
        switch scalar {
        case " ", "\u{A0}", "\u{202F}": true
        case ".": dotsToo
        default: false
        }
    }
}
