// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

/// The message `recours.v1.AnswerAgreement`.
public struct AnswerAgreement: RecoursMessage {
    /// Field 1, `accepted`.
    public var accepted: Bool
    /// Why not: at most 2,000 characters.
    public var reason: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        accepted: Bool = false,
        reason: String = ""
    ) {
        self.accepted = accepted
        self.reason = reason
    }

    /// `recours.v1.AnswerAgreement`.
    public static var protoName: String { "recours.v1.AnswerAgreement" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
