// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.AnswerListingsResponse`.
public struct AnswerListingsResponse: RecoursMessage {
    /// In the order of the request.
    public var results: [ListingReplyResult]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        results: [ListingReplyResult] = []
    ) {
        self.results = results
    }

    /// `recours.v1.AnswerListingsResponse`.
    public static var protoName: String { "recours.v1.AnswerListingsResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
