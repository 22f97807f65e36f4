// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// The columns of a platform's answers for listings of claims.
enum ReplyColumn: CaseIterable, TableColumn {
    case listing, kind, stayDown, reason, text, version
    /// What a sheet says of the listing, for whoever fills it in.
    case number, title, seller, url, work, brand, owner, right

    var names: [String] {
        switch self {
        case .listing: ["listing", "annonce", "listing_id", "identifiant"]
        case .kind: ["answer", "réponse", "kind"]
        case .stayDown: ["stay_down", "retrait_durable"]
        case .reason: ["reason", "motif"]
        case .text: ["text", "texte", "note"]
        case .version: ["version", "expected_version"]
        case .number: ["platform_listing_id"]
        case .title: ["title"]
        case .seller: ["seller"]
        case .url: ["url"]
        case .work: ["work"]
        case .brand: ["brand"]
        case .owner: ["owner"]
        case .right: ["right"]
        }
    }

    static let required: [ReplyColumn] = [.listing, .kind]
}

extension ListingReply {
    init(_ row: inout TableRow<ReplyColumn>) {
        let reason = row.value(.reason, Labels.listingRefusals)
        let text = row.text(.text)
        let hasRefusal = reason != nil || !text.isEmpty
        self.init(
            listingID: row.identifier(.listing), expectedVersion: row.number(.version) ?? 0,
            kind: row.value(.kind, Labels.listingAnswers) ?? .unspecified,
            stayDown: row.yes(.stayDown) ?? false,
            refusal: hasRefusal
                ? ListingRefusal(reason: reason ?? .unspecified, text: text) : nil)
    }
}
