// SPDX-License-Identifier: EUPL-1.2

/// Numbers of products.
package enum ProductCodeRule {
    /// GTIN-8, 12, 13 or 14 with a right check digit (GS1 General Specifications §7.9).
    package static func breach(gtin: String) -> Breach? {
        let count = gtin.utf8.count
        guard count == 8 || (12...14).contains(count) else { return Breach(.gtinForm) }
        var sum = 0
        // From the right the weights are 1, 3, 1, …, the check digit's own being 1.
        var weight = count % 2 == 0 ? 3 : 1
        var digits = 0
        for byte in gtin.utf8 {
            guard let digit = byte.decimalDigit else { return Breach(.gtinForm) }
            sum += digit * weight
            weight = 4 - weight
            digits += digit
        }
        return sum % 10 == 0 && digits > 0 ? nil : Breach(.gtinChecksum)
    }

    /// Ten of [A-Z0-9]; that takes in the ISBN-10 which Amazon uses for books.
    package static func breach(asin: String) -> Breach? {
        asin.utf8.count == 10 && asin.utf8.allSatisfy({ $0.isDigit || $0.isUpperLetter })
            ? nil : Breach(.asinForm)
    }

    /// Whether the platform's listing numbers are ASINs; others' are opaque.
    static func usesASIN(platformSlug: String) -> Bool {
        platformSlug == "amazon" || platformSlug.utf8.starts(with: "amazon-".utf8)
    }
}
