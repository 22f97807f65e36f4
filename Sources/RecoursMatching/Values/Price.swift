// SPDX-License-Identifier: EUPL-1.2

/// What one piece costs. Prices in different currencies are not compared.
package struct Price: Hashable, Sendable {
    /// In the currency's smallest unit, more than 0; the largest stands for itself and all above.
    package let minorUnits: UInt32
    /// Three letters, five bits each.
    let currency: UInt16

    /// Nil unless the amount is more than 0 and the currency three letters A–Z (ISO 4217).
    package init?(minorUnits: Int64, currency: String) {
        guard minorUnits > 0, currency.utf8.count == 3,
            currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        else { return nil }
        self.minorUnits = UInt32(clamping: minorUnits)
        self.currency = currency.utf8.reduce(0) { $0 << 5 | UInt16($1 - 0x41) }
    }

    /// This price in thousandths of another, or nil if the currencies differ.
    func permille(of other: Price) -> Int? {
        guard currency == other.currency else { return nil }
        return Int(UInt64(minorUnits) * 1_000 / UInt64(other.minorUnits))
    }
}
