// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.AnswerListingsRequest`.
public struct AnswerListingsRequest: RecoursMessage {
    /// 1 to 1,000, each of another listing.
    public var replies: [ListingReply]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        replies: [ListingReply] = []
    ) {
        self.replies = replies
    }

    /// `recours.v1.AnswerListingsRequest`.
    public static var protoName: String { "recours.v1.AnswerListingsRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
