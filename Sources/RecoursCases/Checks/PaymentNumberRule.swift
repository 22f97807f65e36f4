// SPDX-License-Identifier: EUPL-1.2

/// Finds card and bank account numbers in text that others will read. A warning to whoever wrote
/// it, never a refusal: such a number may be part of the facts.
enum PaymentNumberRule {
    /// The first kind of payment number in the text, or nil.
    static func find(in text: String) -> ViolationCode? {
        // Nothing shorter holds one, and most text holds no run of digits at all.
        guard text.utf8.count >= 15 else { return nil }
        let bytes = text.utf8.span
        var digitsInRow = 0
        for place in bytes.indices {
            digitsInRow = bytes[place].isDigit ? digitsInRow + 1 : 0
            // Both kinds are written in groups of four digits or in one run.
            if digitsInRow == 4 { return findSlowly(in: Array(text.utf8)) }
        }
        return nil
    }

    private static func findSlowly(in bytes: [UInt8]) -> ViolationCode? {
        var previous: UInt8 = 0
        for place in bytes.indices {
            defer { previous = bytes[place] }
            guard !previous.isAlphanumeric else { continue }
            if bytes[place].isDigit, beginsCard(bytes[place...]) { return .cardNumber }
            if bytes[place].isLetter, beginsIBAN(bytes[place...]) { return .iban }
        }
        return nil
    }

    /// 15, 16 or 19 digits of a range that card schemes issue, with a right Luhn sum. Fourteen
    /// digits are no card here: they are a SIRET, which these texts are full of.
    private static func beginsCard(_ bytes: ArraySlice<UInt8>) -> Bool {
        let digits = run(of: bytes, atMost: 20, where: \.isDigit).map { Int($0 - 0x30) }
        guard isIssued(digits) else { return false }
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let doubled = place % 2 == 1 ? digit * 2 : digit
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum % 10 == 0
    }

    private static func isIssued(_ digits: [Int]) -> Bool {
        guard digits.count >= 15 else { return false }
        let four = digits[..<4].reduce(0) { $0 * 10 + $1 }
        switch (digits.count, four) {
        case (15, 3400...3499), (15, 3700...3799): return true
        case (16, 4000...4999), (19, 4000...4999): return true
        case (16, 5100...5599), (16, 2221...2720), (16, 3528...3589): return true
        case (16, 6011), (16, 6500...6599), (16, 6200...6299), (19, 6200...6299): return true
        default: return false
        }
    }

    /// Country, two check digits, the country's length, and 1 modulo 97 (ISO 13616).
    private static func beginsIBAN(_ bytes: ArraySlice<UInt8>) -> Bool {
        let prefix = bytes.prefix(4)
        guard prefix.count == 4, prefix.prefix(2).allSatisfy(\.isLetter),
            prefix.suffix(2).allSatisfy(\.isDigit)
        else { return false }
        let country = String(decoding: prefix.prefix(2).map(\.uppercased), as: UTF8.self)
        guard let length = lengths[country] else { return false }
        let letters = run(of: bytes, atMost: length, where: \.isAlphanumeric)
        guard letters.count == length else { return false }
        var rest = 0
        for byte in letters[4...] + letters[..<4] {
            if let digit = byte.decimalDigit {
                rest = (rest * 10 + digit) % 97
            } else {
                rest = (rest * 100 + Int(byte.uppercased - UInt8(ascii: "A")) + 10) % 97
            }
        }
        return rest == 1
    }

    /// The bytes of a number, over single spaces and dashes between its groups.
    private static func run(
        of bytes: ArraySlice<UInt8>, atMost limit: Int, where belongs: (UInt8) -> Bool
    ) -> [UInt8] {
        var run: [UInt8] = []
        var previousBelongs = true
        for byte in bytes where run.count < limit {
            if belongs(byte) {
                run.append(byte)
                previousBelongs = true
            } else {
                let separates = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
                guard separates, previousBelongs else { break }
                previousBelongs = false
            }
        }
        return run
    }

    /// Of the countries in SEPA.
    private static let lengths: [String: Int] = [
        "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
        "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28,
        "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31,
        "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27,
    ]
}
