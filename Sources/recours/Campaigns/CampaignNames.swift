// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// Campaigns as people name them: by name, whatever its case and accents, or by identifier.
struct CampaignNames: Sendable {
    /// Identifiers by plain name.
    private var byName: [String: [UInt8]] = [:]
    /// For cases that name none; empty: they are in none.
    private(set) var standard: [UInt8] = []

    /// Knows identifiers only.
    init() {}

    init(_ campaigns: [Campaign]) {
        for campaign in campaigns {
            byName[Labels.plain(campaign.plan?.name ?? "")] = campaign.id
        }
    }

    /// The campaign meant; nil if none is.
    func identifier(of text: String) -> [UInt8]? {
        CaseReference.bytes(of: text) ?? byName[Labels.plain(text)]
    }

    /// The same, as an error of whoever wrote the command.
    func identified(_ text: String) throws(CommandError) -> [UInt8] {
        if let identifier = identifier(of: text) { return identifier }
        throw CommandError(
            .notFound, ValueSentence.noCampaign(text), remedy: ValueSentence.listCampaigns)
    }

    /// What cases that name no campaign are filed into.
    mutating func setStandard(_ text: String) throws(CommandError) {
        standard = try identified(text)
    }

    /// All campaigns of the server.
    static func load(_ client: RecoursClient) async throws(CommandError) -> CampaignNames {
        CampaignNames(try await all(client))
    }

    static func all(_ client: RecoursClient) async throws(CommandError) -> [Campaign] {
        var request = ListCampaignsRequest(pageSize: 1000)
        var found: [Campaign] = []
        repeat {
            let page = request
            let answer = try await calling { () async throws(RecoursError) in
                try await client.campaigns.list(page)
            }
            found += answer.campaigns
            request.pageToken = answer.nextPageToken
        } while !request.pageToken.isEmpty
        return found
    }

    /// Whether a file names campaigns that only the server knows.
    static func areNeeded(by source: CaseSource) throws(CommandError) -> Bool {
        guard source.format == .csv else { return false }
        var reader = try source.reader()
        guard reader.hasColumn(.campaign) else { return false }
        while let line = try reader.next() {
            if line.faults.contains(where: { $0.column == CaseColumn.campaign.rawValue }) {
                return true
            }
        }
        return false
    }
}
