// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

/// The message `recours.v1.Commitment`.
public struct Commitment: RecoursMessage {
    /// 16 bytes, made by the server.
    public var id: [UInt8]
    /// Field 2, `platform_id`.
    public var platformID: String
    /// 1 to 2,000 characters; empty once its case was erased.
    public var text: String
    /// Field 4, `scope`.
    public var scope: CommitmentScope
    /// Of the scope CASE.
    public var caseID: [UInt8]
    /// Field 6, `public_number`.
    public var publicNumber: String
    /// Of the scope CAMPAIGN.
    public var campaignID: [UInt8]
    /// Of the scope CATEGORY.
    public var category: CaseCategory
    /// The last day on which it is kept in time.
    public var dueOn: String
    /// Field 10, `state`.
    public var state: CommitmentState
    /// The first is OPEN.
    public var history: [CommitmentChange]
    /// Of the scope CLAIM.
    public var claimID: [UInt8]
    /// Field 13, `listing_id`.
    public var listingID: [UInt8]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        id: [UInt8] = [],
        platformID: String = "",
        text: String = "",
        scope: CommitmentScope = .unspecified,
        caseID: [UInt8] = [],
        publicNumber: String = "",
        campaignID: [UInt8] = [],
        category: CaseCategory = .unspecified,
        dueOn: String = "",
        state: CommitmentState = .unspecified,
        history: [CommitmentChange] = [],
        claimID: [UInt8] = [],
        listingID: [UInt8] = []
    ) {
        self.id = id
        self.platformID = platformID
        self.text = text
        self.scope = scope
        self.caseID = caseID
        self.publicNumber = publicNumber
        self.campaignID = campaignID
        self.category = category
        self.dueOn = dueOn
        self.state = state
        self.history = history
        self.claimID = claimID
        self.listingID = listingID
    }

    /// `recours.v1.Commitment`.
    public static var protoName: String { "recours.v1.Commitment" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
