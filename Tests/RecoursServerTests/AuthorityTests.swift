// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursServer
internal import Testing

@Suite("Authority")
struct AuthorityTests {
    /// Every method of the schema.
    static let methods =
        ActionServiceMethods.all + CaseServiceMethods.all + InboxServiceMethods.all
        + EvidenceServiceMethods.all + OperatorServiceMethods.all
        + ResponseServiceMethods.all + ProofServiceMethods.all
        + RetentionServiceMethods.all + ExportServiceMethods.all
        + PartnerServiceMethods.all + HealthServiceMethods.all
        + CampaignServiceMethods.all + ProfileServiceMethods.all + CommitmentServiceMethods.all
        + FiguresServiceMethods.all + ClaimServiceMethods.all + FeedServiceMethods.all
        + WatchServiceMethods.all + MediationServiceMethods.all

    /// Written out by hand, so that a slip in the table is not copied into its test.
    /// A: association, B: business, P: platform, M: mediator, O: operator.
    private static let expected: [String: String] = [
        "CaseService/SubmitCase": "AB", "CaseService/SubmitCases": "AB",
        "CaseService/GetCase": "ABPM", "CaseService/ListCases": "ABPM",
        "CaseService/GiveVerdict": "AB", "CaseService/WithdrawCase": "AB",
        "ActionService/Act": "ABPM", "ActionService/ActMany": "ABPM",
        "ActionService/SaveDraft": "AB",
        "InboxService/PullCases": "ABPM", "InboxService/AcknowledgeCases": "P",
        "ResponseService/Respond": "P", "ResponseService/RespondMany": "P",
        "EvidenceService/BeginUpload": "ABPM", "EvidenceService/Upload": "ABPM",
        "EvidenceService/GetEvidence": "ABPM", "EvidenceService/Download": "ABPM",
        "EvidenceService/ListEvidence": "ABPM",
        "PartnerService/WhoAmI": "ABPMO", "PartnerService/AddPartner": "O",
        "PartnerService/ListPartners": "O", "PartnerService/IssueCertificate": "O",
        "PartnerService/RevokeCertificate": "O", "PartnerService/ImportMandates": "O",
        "PartnerService/ListMandates": "AO",
        "PartnerService/GetLimits": "ABPMO", "PartnerService/SetQuotas": "O",
        "CampaignService/CreateCampaign": "MO", "CampaignService/UpdateCampaign": "MO",
        "CampaignService/GetCampaign": "ABPMO", "CampaignService/ListCampaigns": "ABPMO",
        "CampaignService/ListAtRisk": "ABPM",
        "ProfileService/SetProfile": "P", "ProfileService/GetProfile": "ABPMO",
        "ProfileService/ListProfiles": "ABPMO",
        "CommitmentService/MakeCommitment": "P", "CommitmentService/ListCommitments": "ABPM",
        "CommitmentService/SettleCommitment": "M",
        "ClaimService/RegisterWork": "AB", "ClaimService/GetWork": "ABPM",
        "ClaimService/ListWorks": "ABM", "ClaimService/OpenClaim": "AB",
        "ClaimService/GetClaim": "ABM", "ClaimService/ListClaims": "ABM",
        "ClaimService/WithdrawClaim": "AB", "ClaimService/SuspendClaim": "M",
        "ClaimService/ResumeClaim": "M", "ClaimService/AddListings": "AB",
        "ClaimService/ListListings": "ABPM", "ClaimService/PullListings": "P",
        "ClaimService/AnswerListings": "P", "ClaimService/ListMatches": "ABM",
        "ClaimService/ReviewMatch": "AB", "ClaimService/ClaimFigures": "ABPM",
        "FeedService/ObserveListings": "ABP",
        "FiguresService/GetFigures": "ABPMO", "FiguresService/GetOwnRemovals": "AB",
        "RetentionService/RunRetention": "O", "RetentionService/EraseCase": "MO",
        "ExportService/ExportFirm": "ABO",
        "ProofService/GetReceipt": "ABPM", "ProofService/GetTreeHead": "ABPM",
        "ProofService/GetPublicKey": "ABPMO",
        "OperatorService/GetClock": "O", "OperatorService/AdvanceClock": "O",
        "OperatorService/BackUp": "O",
        "WatchService/WatchInbox": "ABPM", "WatchService/WatchCase": "ABPM",
        "WatchService/WatchQueue": "M",
        "MediationService/ListQueue": "M", "MediationService/ListClusters": "M",
        "MediationService/ListIdentityReads": "ABMO",
        "HealthService/Check": "ABPMO", "HealthService/Watch": "ABPMO",
    ]

    private static let letters: [Character: RecoursCases.PartnerKind] = [
        "A": .association, "B": .business, "P": .platform, "M": .mediator, "O": .operator,
    ]

    @Test("Each kind may call exactly its methods", arguments: methods)
    func matrix(method: MethodDescriptor) throws {
        let name = String(method.fullName.dropFirst("recours.v1.".count))
        let expected = try #require(Self.expected[name], "a method without a row")
        for (letter, kind) in Self.letters {
            #expect(
                Authority.allows(kind, method: method.fullName) == expected.contains(letter),
                "\(kind.name) and \(name)")
        }
    }

    @Test("A method that isn't in the schema may be called by nobody")
    func unknown() {
        for kind in RecoursCases.PartnerKind.allCases {
            #expect(!Authority.allows(kind, method: "recours.v1.CaseService/Erase"))
            #expect(!Authority.allows(kind, method: ""))
        }
        #expect(Authority.table.count == Self.methods.count)
    }
}
