// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.AddListingResult`.
public struct AddListingResult: RecoursMessage {
    /// Field 1, `outcome`.
    public var outcome: ListingAddition
    /// Empty if REJECTED.
    public var listingID: [UInt8]
    /// Field 3, `state`.
    public var state: ListingState
    /// Field 4, `version`.
    public var version: UInt64
    /// Field 5, `violations`.
    public var violations: [FieldViolation]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        outcome: ListingAddition = .unspecified,
        listingID: [UInt8] = [],
        state: ListingState = .unspecified,
        version: UInt64 = 0,
        violations: [FieldViolation] = []
    ) {
        self.outcome = outcome
        self.listingID = listingID
        self.state = state
        self.version = version
        self.violations = violations
    }

    /// `recours.v1.AddListingResult`.
    public static var protoName: String { "recours.v1.AddListingResult" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
