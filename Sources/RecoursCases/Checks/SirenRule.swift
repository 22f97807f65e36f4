// SPDX-License-Identifier: EUPL-1.2

/// SIREN and SIRET, the numbers of French firms and of their establishments (INSEE's Sirene
/// register).
package enum SirenRule {
    /// La Poste has more establishments than the Luhn sum leaves room for.
    private static let laPoste = Array("356000000".utf8)

    /// Nine digits with a right Luhn sum, not all zero.
    package static func breach(siren: String) -> Breach? {
        guard let sums = Sums(siren, count: 9) else { return Breach(.sirenForm) }
        return sums.luhn % 10 == 0 && sums.digits > 0 ? nil : Breach(.sirenChecksum)
    }

    /// Fourteen digits with a right Luhn sum, or for La Poste a sum of digits divisible by 5; not
    /// all zero.
    package static func breach(siret: String) -> Breach? {
        guard let sums = Sums(siret, count: 14) else { return Breach(.siretForm) }
        if sums.luhn % 10 == 0, sums.digits > 0 { return nil }
        let isLaPoste = siret.utf8.starts(with: laPoste)
        return isLaPoste && sums.digits % 5 == 0 ? nil : Breach(.siretChecksum)
    }

    /// A SIRET begins with its firm's SIREN. Both must be well formed already.
    static func agree(siren: String, siret: String) -> Bool {
        siret.utf8.starts(with: siren.utf8)
    }

    /// Sums over a number of so many digits.
    private struct Sums {
        var luhn = 0
        var digits = 0

        /// Nil unless the text is exactly so many digits.
        init?(_ text: String, count: Int) {
            guard text.utf8.count == count else { return nil }
            // From the right every second digit is doubled; counted from the left, that depends on
            // the parity of the count.
            var doubled = count % 2 == 0
            for byte in text.utf8 {
                guard let digit = byte.decimalDigit else { return nil }
                digits += digit
                luhn += doubled ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
                doubled.toggle()
            }
        }
    }
}
