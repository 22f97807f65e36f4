// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// Money which the platform holds back.
public struct FundsWithheld: RecoursMessage {
    /// Field 1, `amount`.
    public var amount: Money?
    /// Since when; a date.
    public var heldSince: String
    /// When the platform said it would release the money; a date, or empty.
    public var releaseOn: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        amount: Money? = nil,
        heldSince: String = "",
        releaseOn: String = ""
    ) {
        self.amount = amount
        self.heldSince = heldSince
        self.releaseOn = releaseOn
    }

    /// `recours.v1.FundsWithheld`.
    public static var protoName: String { "recours.v1.FundsWithheld" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
