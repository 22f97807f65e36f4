// SPDX-License-Identifier: EUPL-1.2

/// VAT identification numbers of the EU by their pattern, the French also by their key. Nothing is
/// looked up: the register of the moment is not ours.
package enum VATNumberRule {
    /// `number` with its country's prefix and without spaces.
    package static func breach(_ number: String) -> Breach? {
        let bytes = Array(number.utf8)
        guard (4...14).contains(bytes.count), bytes.allSatisfy({ $0.isDigit || $0.isUpperLetter })
        else { return Breach(.vatNumberForm) }
        let body = bytes[2...]
        if bytes.starts(with: "FR".utf8) { return french(Array(body)) }
        guard let patterns = VATNumberRule.patterns[String(decoding: bytes[..<2], as: UTF8.self)],
            patterns.contains(where: { matches(body, $0) })
        else { return Breach(.vatNumberForm) }
        return nil
    }

    /// The SIREN inside a well-formed French number, or nil for any other.
    static func siren(in number: String) -> Substring.UTF8View? {
        guard number.utf8.count == 13, number.utf8.starts(with: "FR".utf8) else { return nil }
        return number[...].utf8.dropFirst(4)
    }

    /// A key of two characters and the SIREN. A key of digits is (12 + 3 × (SIREN mod 97)) mod 97;
    /// one with letters (never I or O) is given when those run out and is checked for form alone.
    private static func french(_ body: [UInt8]) -> Breach? {
        guard body.count == 11, body[2...].allSatisfy(\.isDigit),
            body[..<2].allSatisfy({ $0 != UInt8(ascii: "I") && $0 != UInt8(ascii: "O") })
        else { return Breach(.vatNumberForm) }
        let siren = String(decoding: body[2...], as: UTF8.self)
        // Monaco shares the prefix; its numbers begin with zeros where a SIREN would stand.
        let isMonegasque = siren.utf8.starts(with: "000".utf8)
        guard isMonegasque || SirenRule.breach(siren: siren) == nil else {
            return Breach(.vatNumberKey)
        }
        guard let tens = body[0].decimalDigit, let units = body[1].decimalDigit else {
            return nil
        }
        let number = siren.utf8.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let key = (12 + 3 * (number % 97)) % 97
        return tens * 10 + units == key ? nil : Breach(.vatNumberKey)
    }

    /// `9` stands for a digit, `A` for a letter, `X` for either; anything else for itself.
    private static func matches(_ body: ArraySlice<UInt8>, _ pattern: String) -> Bool {
        guard body.count == pattern.utf8.count else { return false }
        return zip(body, pattern.utf8).allSatisfy { byte, wanted in
            switch wanted {
            case UInt8(ascii: "9"): byte.isDigit
            case UInt8(ascii: "A"): byte.isUpperLetter
            case UInt8(ascii: "X"): byte.isDigit || byte.isUpperLetter
            default: byte == wanted
            }
        }
    }

    /// As the Commission publishes them; EL is Greece, XI Northern Ireland, EU the one-stop shop.
    private static let patterns: [String: [String]] = [
        "AT": ["U99999999"], "BE": ["9999999999"], "BG": ["999999999", "9999999999"],
        "CY": ["99999999A"], "CZ": ["99999999", "999999999", "9999999999"],
        "DE": ["999999999"], "DK": ["99999999"], "EE": ["999999999"], "EL": ["999999999"],
        "ES": ["X9999999X"], "EU": ["999999999"], "FI": ["99999999"], "HR": ["99999999999"],
        "HU": ["99999999"], "IE": ["9999999A", "9999999AA", "9A99999A"],
        "IT": ["99999999999"], "LT": ["999999999", "999999999999"], "LU": ["99999999"],
        "LV": ["99999999999"], "MT": ["99999999"], "NL": ["XXXXXXXXXB99"],
        "PL": ["9999999999"], "PT": ["999999999"],
        "RO": (2...10).map { String(repeating: "9", count: $0) },
        "SE": ["999999999999"], "SI": ["99999999"], "SK": ["9999999999"],
        "XI": ["999999999", "999999999999", "GD999", "HA999"],
    ]
}
