// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// The answer for one listing of the case.
public struct ListingAnswer: RecoursMessage {
    /// Field 1, `platform_listing_id`.
    public var platformListingID: String
    /// Field 2, `kind`.
    public var kind: ListingAnswerKind
    /// At most 500 characters; required for REFUSED.
    public var note: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platformListingID: String = "",
        kind: ListingAnswerKind = .unspecified,
        note: String = ""
    ) {
        self.platformListingID = platformListingID
        self.kind = kind
        self.note = note
    }

    /// `recours.v1.ListingAnswer`.
    public static var protoName: String { "recours.v1.ListingAnswer" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
