// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ListingReply`.
public struct ListingReply: RecoursMessage {
    /// 16 bytes.
    public var listingID: [UInt8]
    /// The version that was looked at; 0: whatever it is.
    public var expectedVersion: UInt64
    /// UNDER_REVIEW, REMOVED or REFUSED.
    public var kind: ListingAnswerKind
    /// Of REMOVED: a promise that the listing stays away.
    public var stayDown: Bool
    /// Of REFUSED, and required there.
    public var refusal: ListingRefusal?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        listingID: [UInt8] = [],
        expectedVersion: UInt64 = 0,
        kind: ListingAnswerKind = .unspecified,
        stayDown: Bool = false,
        refusal: ListingRefusal? = nil
    ) {
        self.listingID = listingID
        self.expectedVersion = expectedVersion
        self.kind = kind
        self.stayDown = stayDown
        self.refusal = refusal
    }

    /// `recours.v1.ListingReply`.
    public static var protoName: String { "recours.v1.ListingReply" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
