// SPDX-License-Identifier: EUPL-1.2

/// An amount in the currency's smallest unit: 1,234.56 EUR is 123456, 500 JPY is 500, 1.234 TND
/// 1234.
package struct Money: Hashable, Sendable {
    /// 0 or more in claims; `Int64` so that no sum of a currency is out of reach.
    package var minorUnits: Int64
    /// ISO 4217 alphabetic code.
    package var currency: String

    package init(minorUnits: Int64, currency: String) {
        self.minorUnits = minorUnits
        self.currency = currency
    }
}

/// Money which the platform holds back.
package struct FundsWithheld: Hashable, Sendable {
    package var amount: Money?
    /// Required.
    package var heldSince: CalendarDate?
    /// When the platform said it would release the money; may be in the future.
    package var releaseOn: CalendarDate?

    package init(
        amount: Money? = nil, heldSince: CalendarDate? = nil, releaseOn: CalendarDate? = nil
    ) {
        self.amount = amount
        self.heldSince = heldSince
        self.releaseOn = releaseOn
    }
}
