// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ListingReplyResult`.
public struct ListingReplyResult: RecoursMessage {
    /// Field 1, `listing_id`.
    public var listingID: [UInt8]
    /// Field 2, `outcome`.
    public var outcome: ListingReplyOutcome
    /// As it is now; none if NOT_FOUND.
    public var state: ListingState
    /// Field 4, `version`.
    public var version: UInt64
    /// Field 5, `violations`.
    public var violations: [FieldViolation]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        listingID: [UInt8] = [],
        outcome: ListingReplyOutcome = .unspecified,
        state: ListingState = .unspecified,
        version: UInt64 = 0,
        violations: [FieldViolation] = []
    ) {
        self.listingID = listingID
        self.outcome = outcome
        self.state = state
        self.version = version
        self.violations = violations
    }

    /// `recours.v1.ListingReplyResult`.
    public static var protoName: String { "recours.v1.ListingReplyResult" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
