// SPDX-License-Identifier: EUPL-1.2

/// Finds in text what tells who the complainant is: numbers of firms, addresses, telephone
/// numbers, its account and its names. A warning to who wrote it, never a refusal: a machine cannot
/// know what gives somebody away.
enum IdentityRule {
    /// Shorter names and references stand in ordinary words.
    private static let shortestName = 4

    /// What the text tells, each kind once.
    static func find(in text: String, of draft: CaseDraft) -> [ViolationCode] {
        var found: [ViolationCode] = []
        let bytes = Array(text.utf8)
        let runs = NumberRun.all(in: bytes)
        if runs.contains(where: \.isCompanyNumber) { found.append(.companyNumberInText) }
        if holdsEmail(bytes) { found.append(.emailInText) }
        if runs.contains(where: \.isPhone) { found.append(.phoneInText) }
        let lowered = text.lowercased()
        if holds(lowered, draft.platformAccountReference) { found.append(.accountInText) }
        let party = draft.complainant
        let names = [party.legalName, party.tradeName, party.contact?.name ?? ""]
        if names.contains(where: { holds(lowered, $0) }) { found.append(.nameInText) }
        return found
    }

    private static func holds(_ lowered: String, _ name: String) -> Bool {
        name.utf8.count >= shortestName && lowered.contains(name.lowercased())
    }

    /// Something, an at sign, and a name with a dot in it.
    private static func holdsEmail(_ bytes: [UInt8]) -> Bool {
        for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "@") {
            guard place > 0, bytes[place - 1].isAlphanumeric else { continue }
            let domain = bytes[(place + 1)...].prefix { byte in
                byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            }
            guard let dot = domain.firstIndex(of: UInt8(ascii: ".")) else { continue }
            if dot > domain.startIndex, domain[(dot + 1)...].contains(where: \.isLetter) {
                return true
            }
        }
        return false
    }
}

/// Digits as people write them: in one run, or in groups.
private struct NumberRun {
    var digits = ""
    var hasPlus = false

    /// A SIREN or SIRET with a right sum, also behind "FR" and two digits.
    var isCompanyNumber: Bool {
        switch digits.utf8.count {
        case 9: !hasPlus && SirenRule.breach(siren: digits) == nil
        case 11: !hasPlus && SirenRule.breach(siren: String(digits.dropFirst(2))) == nil
        case 14: SirenRule.breach(siret: digits) == nil
        default: false
        }
    }

    /// An international number, or a French one of ten digits.
    var isPhone: Bool {
        let count = digits.utf8.count
        return hasPlus ? (8...15).contains(count) : count == 10 && digits.hasPrefix("0")
    }

    /// All runs of a text, over single separators between their groups.
    static func all(in bytes: [UInt8]) -> [NumberRun] {
        var runs: [NumberRun] = []
        var current = NumberRun()
        var separators = 0
        var previous: UInt8 = 0
        for byte in bytes {
            defer { previous = byte }
            if byte.isDigit {
                if current.digits.isEmpty { current.hasPlus = previous == UInt8(ascii: "+") }
                current.digits.unicodeScalars.append(Unicode.Scalar(byte))
                separators = 0
                continue
            }
            // A space that does not break is two or three bytes.
            separators += isSeparator(byte) ? 1 : 4
            if separators > 3, !current.digits.isEmpty {
                runs.append(current)
                current = NumberRun()
            }
        }
        if !current.digits.isEmpty { runs.append(current) }
        return runs
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"),
            UInt8(ascii: "("), UInt8(ascii: ")"), 0xC2, 0xA0, 0xE2, 0x80, 0xAF:
            true
        default: false
        }
    }
}
