// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// Which kinds of partner may call which method: the one place where that is decided.
///
/// It answers only "may this kind ever call this?". Whose case it is, the store's scope decides,
/// and there a stranger is told NOT_FOUND, never PERMISSION_DENIED (security.md §4.2).
package enum Authority {
    /// A set of kinds in one byte, so that the check costs a call one look-up and one AND.
    package struct Kinds: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        init(_ kind: PartnerKind) {
            self.init(rawValue: 1 << UInt8(kind.rawValue))
        }

        static let association = Kinds(.association)
        static let business = Kinds(.business)
        static let platform = Kinds(.platform)
        static let mediator = Kinds(.mediator)
        static let `operator` = Kinds(.operator)

        static let complainants: Kinds = [.association, .business]
        /// The operator keeps the server, and reads no case (domain.md §7).
        static let parties: Kinds = [.association, .business, .platform, .mediator]
        static let everyone: Kinds = [
            .association, .business, .platform, .mediator, .operator,
        ]
    }

    /// Every method of the protocol. A method that isn't here may be called by nobody.
    package static let table: [String: Kinds] = [
        "recours.v1.CaseService/SubmitCase": .complainants,
        "recours.v1.CaseService/SubmitCases": .complainants,
        "recours.v1.CaseService/GetCase": .parties,
        "recours.v1.CaseService/ListCases": .parties,
        "recours.v1.CaseService/GiveVerdict": .complainants,
        "recours.v1.CaseService/WithdrawCase": .complainants,
        // Who may do what is the action's own table, `CaseAction.actors`.
        "recours.v1.ActionService/Act": .parties,
        "recours.v1.ActionService/ActMany": .parties,
        "recours.v1.ActionService/SaveDraft": .complainants,
        "recours.v1.InboxService/PullCases": .parties,
        "recours.v1.InboxService/AcknowledgeCases": .platform,
        "recours.v1.ResponseService/Respond": .platform,
        "recours.v1.ResponseService/RespondMany": .platform,
        "recours.v1.EvidenceService/BeginUpload": .parties,
        "recours.v1.EvidenceService/Upload": .parties,
        "recours.v1.EvidenceService/GetEvidence": .parties,
        "recours.v1.EvidenceService/Download": .parties,
        "recours.v1.EvidenceService/ListEvidence": .parties,
        "recours.v1.RetentionService/RunRetention": .operator,
        "recours.v1.RetentionService/EraseCase": [.mediator, .operator],
        "recours.v1.ExportService/ExportFirm": [.association, .business, .operator],
        "recours.v1.ProofService/GetReceipt": .parties,
        "recours.v1.ProofService/GetTreeHead": .parties,
        "recours.v1.ProofService/GetPublicKey": .everyone,
        "recours.v1.WatchService/WatchInbox": .parties,
        "recours.v1.WatchService/WatchCase": .parties,
        "recours.v1.WatchService/WatchQueue": .mediator,
        "recours.v1.MediationService/ListQueue": .mediator,
        "recours.v1.MediationService/ListClusters": .mediator,
        "recours.v1.MediationService/ListIdentityReads": [
            .association, .business, .mediator, .operator,
        ],
        "recours.v1.PartnerService/WhoAmI": .everyone,
        "recours.v1.PartnerService/AddPartner": .operator,
        "recours.v1.PartnerService/ListPartners": .operator,
        "recours.v1.PartnerService/IssueCertificate": .operator,
        "recours.v1.PartnerService/RevokeCertificate": .operator,
        "recours.v1.PartnerService/GetLimits": .everyone,
        "recours.v1.PartnerService/SetQuotas": .operator,
        "recours.v1.PartnerService/ImportMandates": .operator,
        "recours.v1.PartnerService/ListMandates": [.association, .operator],
        "recours.v1.CampaignService/CreateCampaign": [.mediator, .operator],
        "recours.v1.CampaignService/UpdateCampaign": [.mediator, .operator],
        "recours.v1.CampaignService/GetCampaign": .everyone,
        "recours.v1.CampaignService/ListCampaigns": .everyone,
        "recours.v1.CampaignService/ListAtRisk": .parties,
        "recours.v1.ProfileService/SetProfile": .platform,
        "recours.v1.ProfileService/GetProfile": .everyone,
        "recours.v1.ProfileService/ListProfiles": .everyone,
        "recours.v1.CommitmentService/MakeCommitment": .platform,
        "recours.v1.CommitmentService/ListCommitments": .parties,
        "recours.v1.CommitmentService/SettleCommitment": .mediator,
        "recours.v1.ClaimService/RegisterWork": .complainants,
        "recours.v1.ClaimService/GetWork": .parties,
        "recours.v1.ClaimService/ListWorks": [.association, .business, .mediator],
        "recours.v1.ClaimService/OpenClaim": .complainants,
        "recours.v1.ClaimService/GetClaim": [.association, .business, .mediator],
        "recours.v1.ClaimService/ListClaims": [.association, .business, .mediator],
        "recours.v1.ClaimService/WithdrawClaim": .complainants,
        "recours.v1.ClaimService/SuspendClaim": .mediator,
        "recours.v1.ClaimService/ResumeClaim": .mediator,
        "recours.v1.ClaimService/AddListings": .complainants,
        "recours.v1.ClaimService/ListListings": .parties,
        "recours.v1.ClaimService/PullListings": .platform,
        "recours.v1.ClaimService/AnswerListings": .platform,
        "recours.v1.ClaimService/ListMatches": [.association, .business, .mediator],
        "recours.v1.ClaimService/ReviewMatch": .complainants,
        "recours.v1.ClaimService/ClaimFigures": .parties,
        "recours.v1.FeedService/ObserveListings": [.association, .business, .platform],
        "recours.v1.FiguresService/GetFigures": .everyone,
        "recours.v1.FiguresService/GetOwnRemovals": .complainants,
        "recours.v1.OperatorService/GetClock": .operator,
        "recours.v1.OperatorService/AdvanceClock": .operator,
        "recours.v1.OperatorService/BackUp": .operator,
        "recours.v1.HealthService/Check": .everyone,
        "recours.v1.HealthService/Watch": .everyone,
    ]

    /// Who may call the method; nobody, if it is not the protocol's.
    static func callers(of method: String) -> Kinds { table[method] ?? [] }

    /// Whether partners of this kind may ever call the method.
    package static func allows(_ kind: PartnerKind, method: String) -> Bool {
        callers(of: method).contains(Kinds(kind))
    }
}
