// SPDX-License-Identifier: EUPL-1.2

/// Which calls give way to which when there is more to do than can be done (security.md §4.4).
enum CallClass: String, Sendable, CaseIterable {
    /// One command whose answer somebody waits for: what the law counts days from.
    case critical
    /// A stream of commands, or a file's bytes: not refused but taken more slowly, piece by piece.
    case paced
    /// A read, a registration, a sign of life.
    case normal
    /// Lists, exports, figures, and what a watch has missed: all of it is as good a little later.
    case sheddable

    init(of method: String) {
        self = Self.table[method] ?? .normal
    }

    /// All methods that are not normal.
    static let table: [String: CallClass] = [
        "recours.v1.CaseService/SubmitCase": .critical,
        "recours.v1.CaseService/SubmitCases": .paced,
        "recours.v1.CaseService/ListCases": .sheddable,
        "recours.v1.CaseService/GiveVerdict": .critical,
        "recours.v1.CaseService/WithdrawCase": .critical,
        "recours.v1.ActionService/Act": .critical,
        "recours.v1.ActionService/ActMany": .paced,
        "recours.v1.ActionService/SaveDraft": .critical,
        "recours.v1.InboxService/AcknowledgeCases": .critical,
        "recours.v1.ResponseService/Respond": .critical,
        "recours.v1.ResponseService/RespondMany": .paced,
        "recours.v1.EvidenceService/Upload": .paced,
        "recours.v1.EvidenceService/Download": .paced,
        "recours.v1.EvidenceService/ListEvidence": .sheddable,
        "recours.v1.RetentionService/RunRetention": .sheddable,
        "recours.v1.ExportService/ExportFirm": .sheddable,
        "recours.v1.WatchService/WatchInbox": .sheddable,
        "recours.v1.WatchService/WatchCase": .sheddable,
        "recours.v1.WatchService/WatchQueue": .sheddable,
        "recours.v1.MediationService/ListQueue": .sheddable,
        "recours.v1.MediationService/ListClusters": .sheddable,
        "recours.v1.MediationService/ListIdentityReads": .sheddable,
        "recours.v1.PartnerService/ListPartners": .sheddable,
        "recours.v1.PartnerService/ListMandates": .sheddable,
        "recours.v1.PartnerService/ImportMandates": .paced,
        "recours.v1.CampaignService/ListCampaigns": .sheddable,
        "recours.v1.CampaignService/ListAtRisk": .sheddable,
        "recours.v1.ProfileService/ListProfiles": .sheddable,
        "recours.v1.CommitmentService/ListCommitments": .sheddable,
        "recours.v1.ClaimService/ListWorks": .sheddable,
        "recours.v1.ClaimService/ListClaims": .sheddable,
        "recours.v1.ClaimService/AddListings": .critical,
        "recours.v1.ClaimService/ListListings": .sheddable,
        "recours.v1.ClaimService/AnswerListings": .critical,
        "recours.v1.ClaimService/ListMatches": .sheddable,
        "recours.v1.ClaimService/ClaimFigures": .sheddable,
        "recours.v1.FeedService/ObserveListings": .paced,
        "recours.v1.FiguresService/GetFigures": .sheddable,
        "recours.v1.FiguresService/GetOwnRemovals": .sheddable,
    ]
}
