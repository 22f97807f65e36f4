// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// A number that names a product: a GTIN everywhere, any other only on its platform.
package struct ProductCode: Hashable, Sendable {
    /// Below 2^47 the digits of a GTIN by which it is compared; from 2^63 on a hash of a platform
    /// and its own number, so that the two are never equal.
    let key: UInt64

    /// A GTIN-8, 12, 13 or 14, spaces and hyphens left out; nil if it is none, if its check digit
    /// is wrong, or if its prefix is for use within one shop, where each gives it to another thing.
    package init?(gtin: String) {
        let text = gtin.filter { !" -\u{A0}".contains($0) }
        guard ProductCodeRule.breach(gtin: text) == nil, let number = UInt64(text) else {
            return nil
        }
        guard !Self.isOfOneShop(number, digits: text.utf8.count) else { return nil }
        // The first of 14 digits is the level of packaging and changes the last, the check digit: a
        // carton of a thing is that thing.
        key = number / 10 % 1_000_000_000_000
    }

    /// A platform's own number, such as an ASIN or the ISBN-10 in its place; nil if it is empty.
    /// - Parameter platform: a number for the platform, the same as in `PlatformSet`.
    package init?(_ number: String, onPlatform platform: Int) {
        guard !number.isEmpty else { return nil }
        var hash = StableHash()
        hash.combine(UInt64(truncatingIfNeeded: platform))
        for byte in number.utf8 { hash.combine(byte) }
        key = hash.value | 1 << 63
    }

    init(key: UInt64) {
        self.key = key
    }

    /// The 14 digits of the product's own GTIN without its check digit, `0` + 12 + `-`; for tests
    /// and people. Nil for a platform's number.
    package var digits: String? {
        guard key < 1 << 63 else { return nil }
        let text = String(key)
        return String(repeating: "0", count: 13 - text.count) + text
    }

    /// GS1 General Specifications §1.4: prefixes of restricted circulation.
    private static func isOfOneShop(_ number: UInt64, digits: Int) -> Bool {
        if digits == 8 {
            let first = number / 10_000_000
            return first == 0 || first == 2
        }
        // Of the 13 digits behind the packaging level.
        switch number % 10_000_000_000_000 / 10_000_000_000 {
        case 20...29, 40...49, 200...299: return true
        default: return false
        }
    }
}
