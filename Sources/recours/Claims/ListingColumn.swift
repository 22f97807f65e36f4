// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// The columns of a file of listings, whether they are reported or shown to the feed.
enum ListingColumn: CaseIterable, TableColumn {
    case platform, listing, url, title, brand, gtin, sellerName, sellerIdentifier
    case price, currency, seen, pictures

    var names: [String] {
        switch self {
        case .platform: ["platform", "plateforme", "platform_id"]
        case .listing: ["listing", "annonce", "listing_id", "platform_listing_id", "asin"]
        case .url: ["url", "adresse", "lien"]
        case .title: ["title", "titre"]
        case .brand: ["brand", "marque"]
        case .gtin: ["gtin", "ean"]
        case .sellerName: ["seller", "vendeur", "seller_name"]
        case .sellerIdentifier: ["seller_id", "vendeur_id"]
        case .price: ["price", "prix"]
        case .currency: ["currency", "devise"]
        case .seen: ["first_seen", "vue_le", "seen", "seen_at", "vu_le"]
        case .pictures: ["pictures", "images", "picture", "image", "photos"]
        }
    }

    /// What a report has: the feed alone compares brands and pictures.
    static let ofReports = allCases.filter { $0 != .brand && $0 != .pictures }

    var fields: [String] {
        switch self {
        case .price: ["minor_units"]
        case .seen: ["first_seen_at_ms", "seen_at_ms"]
        case .pictures: ["pdq", "quality"]
        default: []
        }
    }
}

extension ListingToAdd {
    init(_ row: inout TableRow<ListingColumn>) {
        self.init(
            platformID: row.text(.platform).lowercased(),
            listing: Listing(
                platformListingID: row.text(.listing), url: row.text(.url),
                gtin: row.text(.gtin), sellerName: row.text(.sellerName),
                sellerID: row.text(.sellerIdentifier),
                price: row.money(.price, currency: .currency),
                firstSeenAtMs: row.instant(.seen), title: row.text(.title)))
    }
}

extension ListingSnapshot {
    /// All but the pictures; seen now unless the row says when.
    init(_ row: inout TableRow<ListingColumn>) {
        self.init(
            platformID: row.text(.platform).lowercased(), platformListingID: row.text(.listing),
            url: row.text(.url), title: row.text(.title), brand: row.text(.brand),
            gtin: row.text(.gtin), sellerName: row.text(.sellerName),
            sellerID: row.text(.sellerIdentifier),
            price: row.money(.price, currency: .currency),
            seenAtMs: row.instant(.seen) ?? Clock.milliseconds)
    }
}
