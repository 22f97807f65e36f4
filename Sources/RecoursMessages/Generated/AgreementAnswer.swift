// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

/// The message `recours.v1.AgreementAnswer`.
public struct AgreementAnswer: RecoursMessage {
    /// Field 1, `side`.
    public var side: PartySide
    /// Why it is declined: at most 2,000 characters.
    public var reason: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        side: PartySide = .unspecified,
        reason: String = ""
    ) {
        self.side = side
        self.reason = reason
    }

    /// `recours.v1.AgreementAnswer`.
    public static var protoName: String { "recours.v1.AgreementAnswer" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
