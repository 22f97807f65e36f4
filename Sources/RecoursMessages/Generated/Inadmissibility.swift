// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The message `recours.v1.Inadmissibility`.
public struct Inadmissibility: RecoursMessage {
    /// Field 1, `reason`.
    public var reason: InadmissibilityReason
    /// 1 to 2,000 characters.
    public var text: String
    /// Set once the complainant has contested it.
    public var contested: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        reason: InadmissibilityReason = .unspecified,
        text: String = "",
        contested: Bool = false
    ) {
        self.reason = reason
        self.text = text
        self.contested = contested
    }

    /// `recours.v1.Inadmissibility`.
    public static var protoName: String { "recours.v1.Inadmissibility" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
