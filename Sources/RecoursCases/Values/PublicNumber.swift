// SPDX-License-Identifier: EUPL-1.2

/// The number of a case that people read out and write down: `RC-1234-5678-90-6`, the same for all
/// parties. The last digit is a check digit.
package struct PublicNumber: Hashable, Sendable {
    /// The number without its check digit.
    package let value: UInt64

    /// Below this, ten digits; from it on, fourteen.
    package static let shortLimit: UInt64 = 10_000_000_000
    /// Above all values.
    package static let limit: UInt64 = 100_000_000_000_000

    /// Nil at or above 10^14.
    package init?(_ value: UInt64) {
        guard value < PublicNumber.limit else { return nil }
        self.value = value
    }

    /// Reads what people write: either case, with or without `RC`, dashes and spaces anywhere. Nil
    /// unless ten or fourteen digits and the right check digit are there, in the form that
    /// `description` would choose.
    package init?(text: String) {
        var digits: [UInt8] = []
        var letters = 0
        // Longer text than the longest form with a space after each character is not a number.
        guard text.utf8.count <= 64 else { return nil }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "-"): continue
            case UInt8(ascii: "R"), UInt8(ascii: "r"):
                guard letters == 0, digits.isEmpty else { return nil }
                letters = 1
            case UInt8(ascii: "C"), UInt8(ascii: "c"):
                guard letters == 1, digits.isEmpty else { return nil }
                letters = 2
            default:
                guard byte.isDigit, letters != 1 else { return nil }
                digits.append(byte - 0x30)
            }
        }
        guard digits.count == 11 || digits.count == 15, DammCheck.isRight(digits) else {
            return nil
        }
        let value = digits.dropLast().reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
        // One number has one text: no ten-digit number may be padded to fourteen.
        guard (value < PublicNumber.shortLimit) == (digits.count == 11) else { return nil }
        self.value = value
    }

    /// `description` in ASCII; every event's place in its tree is bound to it.
    package var characters: [UInt8] {
        let count = value < PublicNumber.shortLimit ? 10 : 14
        let dash = UInt8(ascii: "-")
        var text: [UInt8] = []
        text.reserveCapacity(count + (count + 3) / 4 + 4)
        text.append(UInt8(ascii: "R"))
        text.append(UInt8(ascii: "C"))
        var power: UInt64 = count == 10 ? 1_000_000_000 : 10_000_000_000_000
        var rest = value
        var check = 0
        for digit in 0..<count {
            if digit % 4 == 0 { text.append(dash) }
            let next = Int(rest / power)
            rest %= power
            power /= 10
            check = DammCheck.step(check, next)
            text.append(0x30 + UInt8(truncatingIfNeeded: next))
        }
        text.append(dash)
        text.append(0x30 + UInt8(truncatingIfNeeded: check))
        return text
    }
}

extension PublicNumber: CustomStringConvertible {
    /// `RC-`, the digits in groups of four, and the check digit.
    package var description: String {
        String(decoding: characters, as: UTF8.self)
    }
}

/// H. M. Damm's check digit (2004): one wrong digit and two neighbours exchanged are always found.
enum DammCheck {
    /// A totally anti-symmetric quasigroup of order 10.
    private static let table: [UInt8] = [
        0, 3, 1, 7, 5, 9, 8, 6, 4, 2, 7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
        4, 2, 0, 6, 8, 7, 1, 3, 5, 9, 1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
        6, 1, 2, 3, 0, 4, 5, 9, 7, 8, 3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
        5, 8, 6, 9, 7, 2, 0, 1, 3, 4, 8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
        9, 4, 3, 8, 6, 1, 7, 2, 0, 5, 2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
    ]

    /// The check digit of what `check` stands for with another digit (each 0–9) behind it.
    static func step(_ check: Int, _ digit: Int) -> Int {
        Int(table[10 * check + digit])
    }

    /// The digit to append to these (each 0–9).
    static func digit(for digits: [UInt8]) -> UInt8 {
        UInt8(truncatingIfNeeded: digits.reduce(0) { step($0, Int($1)) })
    }

    /// Whether the last of these digits is the check digit of those before it.
    static func isRight(_ digits: [UInt8]) -> Bool {
        digit(for: digits) == 0
    }
}
