// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The complainant's word on an answer.
public struct Verdict: RecoursMessage {
    /// Field 1, `accepted`.
    public var accepted: Bool
    /// Required in a refusal: 1 to 2,000 characters.
    public var reason: String
    /// Field 3, `given_at_ms`.
    public var givenAtMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        accepted: Bool = false,
        reason: String = "",
        givenAtMs: Int64 = 0
    ) {
        self.accepted = accepted
        self.reason = reason
        self.givenAtMs = givenAtMs
    }

    /// `recours.v1.Verdict`.
    public static var protoName: String { "recours.v1.Verdict" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
