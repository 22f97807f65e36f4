// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ReviewMatchRequest`.
public struct ReviewMatchRequest: RecoursMessage {
    /// Field 1, `listing_id`.
    public var listingID: [UInt8]
    /// Field 2, `verdict`.
    public var verdict: MatchVerdict

    /// A message of these values; what is left out is absent or has its default.
    public init(
        listingID: [UInt8] = [],
        verdict: MatchVerdict = .unspecified
    ) {
        self.listingID = listingID
        self.verdict = verdict
    }

    /// `recours.v1.ReviewMatchRequest`.
    public static var protoName: String { "recours.v1.ReviewMatchRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
