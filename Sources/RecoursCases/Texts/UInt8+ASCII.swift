// SPDX-License-Identifier: EUPL-1.2

/// What an ASCII byte is. All checks of this module walk bytes: no rule of ours depends on locale.
extension UInt8 {
    /// 0–9, or nil.
    var decimalDigit: Int? {
        self >= 0x30 && self <= 0x39 ? Int(self) - 0x30 : nil
    }

    /// 0–15 of either case, or nil.
    var hexadecimalDigit: Int? {
        if let digit = decimalDigit { return digit }
        let lower = self | 0x20
        return lower >= 0x61 && lower <= 0x66 ? Int(lower) - 0x57 : nil
    }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isUpperLetter: Bool { self >= 0x41 && self <= 0x5A }
    var isLowerLetter: Bool { self >= 0x61 && self <= 0x7A }
    var isLetter: Bool { (self | 0x20).isLowerLetter }
    var isAlphanumeric: Bool { isDigit || isLetter }

    /// The lower-case letter of an upper-case one; any other byte as it is.
    var lowercased: UInt8 { isUpperLetter ? self | 0x20 : self }
    /// The upper-case letter of a lower-case one; any other byte as it is.
    var uppercased: UInt8 { isLowerLetter ? self & 0xDF : self }
}
