// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// One open case of a campaign.
public struct CampaignCase: RecoursMessage {
    /// Field 1, `case_id`.
    public var caseID: [UInt8]
    /// Field 2, `public_number`.
    public var publicNumber: String
    /// The platform now addressed.
    public var platformID: String
    /// Field 4, `state`.
    public var state: CaseState
    /// Field 5, `risk`.
    public var risk: CampaignRisk
    /// A platform or a mediator has answered.
    public var answered: Bool
    /// The clock that runs out next, and who must act before; absent if none runs.
    public var next: Deadline?
    /// To resolve_by; negative after it. Absent if the campaign has no such day.
    public var daysLeft: Int32?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        publicNumber: String = "",
        platformID: String = "",
        state: CaseState = .unspecified,
        risk: CampaignRisk = .unspecified,
        answered: Bool = false,
        next: Deadline? = nil,
        daysLeft: Int32? = nil
    ) {
        self.caseID = caseID
        self.publicNumber = publicNumber
        self.platformID = platformID
        self.state = state
        self.risk = risk
        self.answered = answered
        self.next = next
        self.daysLeft = daysLeft
    }

    /// `recours.v1.CampaignCase`.
    public static var protoName: String { "recours.v1.CampaignCase" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
