// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

/// The message `recours.v1.ListingRefusal`.
public struct ListingRefusal: RecoursMessage {
    /// Field 1, `reason`.
    public var reason: ListingRefusalReason
    /// 1 to 2,000 characters.
    public var text: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        reason: ListingRefusalReason = .unspecified,
        text: String = ""
    ) {
        self.reason = reason
        self.text = text
    }

    /// `recours.v1.ListingRefusal`.
    public static var protoName: String { "recours.v1.ListingRefusal" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
