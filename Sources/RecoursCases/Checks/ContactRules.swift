// SPDX-License-Identifier: EUPL-1.2

/// Electronic mail addresses, by their shape alone: only a message that arrives proves one.
enum EmailRule {
    /// `local@domain` of 3 to 254 bytes; the local part at most 64 (RFC 5321 §4.5.3.1.1), the
    /// domain of two labels or more: people forget the ".fr", and nobody's office is at a top-level
    /// domain.
    static func breach(_ text: String) -> Breach? {
        let count = text.utf8.count
        guard count <= CaseLimits.emailBytes else {
            return Breach(.tooLong, limit: CaseLimits.emailBytes, actual: count)
        }
        var local = 0
        var label = 0
        var labels = 0
        var inDomain = false
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "@") {
                guard !inDomain, local > 0, previous != UInt8(ascii: ".") else {
                    return Breach(.emailForm)
                }
                inDomain = true
            } else if !inDomain {
                guard isLocal(byte), !(byte == UInt8(ascii: ".") && isDotOrStart(previous)) else {
                    return Breach(.emailForm)
                }
                local += 1
            } else if byte == UInt8(ascii: ".") {
                guard label > 0, previous != UInt8(ascii: "-") else { return Breach(.emailForm) }
                labels += 1
                label = 0
            } else {
                guard byte.isAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "-"),
                    !(label == 0 && byte == UInt8(ascii: "-")), label < 63
                else { return Breach(.emailForm) }
                label += 1
            }
            previous = byte
        }
        let domainEnds = label > 0 && previous != UInt8(ascii: "-")
        return local <= 64 && labels >= 1 && domainEnds ? nil : Breach(.emailForm)
    }

    /// RFC 5322's `atext` and dots, and the letters of RFC 6531; no quoted forms.
    private static func isLocal(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte >= 0x80 || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }

    private static func isDotOrStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == 0
    }
}

/// Telephone numbers as ITU-T E.164 writes them: "+", a country code that doesn't begin with 0, and
/// 7 to 15 digits in all.
enum PhoneRule {
    static func breach(_ text: String) -> Breach? {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "+"), (7...15).contains(digits.count),
            digits.first != UInt8(ascii: "0"), digits.allSatisfy(\.isDigit)
        else { return Breach(.phoneForm) }
        return nil
    }
}

/// Postcodes: 5 digits in France, elsewhere what fits on an envelope.
enum PostcodeRule {
    static func breach(_ text: String, country: String) -> Breach? {
        let bytes = text.utf8
        if country == "FR" {
            return bytes.count == 5 && bytes.allSatisfy(\.isDigit) ? nil : Breach(.postcodeForm)
        }
        guard bytes.count <= CaseLimits.postcode else {
            return Breach(.tooLong, limit: CaseLimits.postcode, actual: bytes.count)
        }
        let isPlain = bytes.allSatisfy {
            $0.isAlphanumeric || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-")
        }
        return isPlain && bytes.contains(where: \.isAlphanumeric) ? nil : Breach(.postcodeForm)
    }
}

/// INSEE's activity codes (NAF rév. 2): four digits and a letter, without the dot.
enum NAFCodeRule {
    static func breach(_ text: String) -> Breach? {
        let bytes = text.utf8
        return bytes.count == 5 && bytes.prefix(4).allSatisfy(\.isDigit)
            && bytes.suffix(1).allSatisfy(\.isUpperLetter) ? nil : Breach(.nafCodeForm)
    }
}

/// Slugs of partners: [a-z0-9-], 1 to 63, as they stand in certificates.
enum SlugRule {
    static func breach(_ text: String) -> Breach? {
        let bytes = text.utf8
        return (1...63).contains(bytes.count)
            && bytes.allSatisfy({ $0.isLowerLetter || $0.isDigit || $0 == UInt8(ascii: "-") })
            ? nil : Breach(.slugForm)
    }
}
