// SPDX-License-Identifier: EUPL-1.2

/// Recognises SIREN and SIRET numbers that a spreadsheet has spoiled. They are named as such and
/// never mended: a guess that fits may be another firm's.
package enum DamagedSiretRule {
    /// The damage, or nil if there is none that is known. `text` as it stands in the file.
    package static func damage(in text: String) -> ViolationCode? {
        let bytes = text.utf8.filter { $0 != UInt8(ascii: " ") }
        if isExponent(bytes) { return .siretSpreadsheetExponent }
        guard bytes.allSatisfy(\.isDigit) else { return nil }
        switch bytes.count {
        // Leading zeros are what a cell of numbers drops. Two at most: with more, one short number
        // in ten would look like a firm.
        case 12, 13:
            return SirenRule.breach(siret: padded(bytes, to: 14)) == nil
                ? .siretLeadingZeroLost : nil
        case 7, 8:
            return SirenRule.breach(siren: padded(bytes, to: 9)) == nil
                ? .sirenLeadingZeroLost : nil
        default: return nil
        }
    }

    /// `8,24E+13`: digits, a separator and digits, an exponent. The last digits are lost for good.
    private static func isExponent(_ bytes: [UInt8]) -> Bool {
        guard let mark = bytes.firstIndex(where: { $0.lowercased == UInt8(ascii: "e") }) else {
            return false
        }
        let mantissa = bytes[..<mark]
        let exponent = bytes[(mark + 1)...].drop { $0 == UInt8(ascii: "+") }
        let separators = mantissa.count { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
        let digits = mantissa.count(where: \.isDigit)
        return digits > 0 && separators <= 1 && digits + separators == mantissa.count
            && (1...2).contains(exponent.count) && exponent.allSatisfy(\.isDigit)
    }

    private static func padded(_ bytes: [UInt8], to count: Int) -> String {
        let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: count - bytes.count)
        return String(decoding: zeros + bytes, as: UTF8.self)
    }
}
