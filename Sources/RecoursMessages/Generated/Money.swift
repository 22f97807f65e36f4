// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/money.proto.

/// An amount in the currency's smallest unit.
public struct Money: RecoursMessage {
    /// 0 or more. 1,234.56 EUR is 123456; 500 JPY is 500; 1.234 TND is 1234.
    public var minorUnits: Int64
    /// ISO 4217 alphabetic code.
    public var currency: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        minorUnits: Int64 = 0,
        currency: String = ""
    ) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// `recours.v1.Money`.
    public static var protoName: String { "recours.v1.Money" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
