// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// What the platform did or promises to do.
public struct Remedy: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: RemedyKind
    /// For remedies of money; 1 minor unit or more.
    public var amount: Money?
    /// At most 500 characters.
    public var note: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: RemedyKind = .unspecified,
        amount: Money? = nil,
        note: String = ""
    ) {
        self.kind = kind
        self.amount = amount
        self.note = note
    }

    /// `recours.v1.Remedy`.
    public static var protoName: String { "recours.v1.Remedy" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
