// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMatching

// What is stored and sent, as the index wants it, and what it finds, as it is stored and sent.

extension RecoursMatching.WorkIdentifier {
    init(_ identifier: RecoursCases.WorkIdentifier) {
        self.init(identifier.bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) })
    }
}

extension RegisteredWork {
    /// A work that is held against no platform yet.
    init(_ work: RecoursCases.Work) {
        let draft = work.draft
        self.init(
            RecoursMatching.WorkIdentifier(work.identifier), platforms: PlatformSet(),
            title: draft.title, brand: draft.brand,
            codes: draft.gtins.compactMap(ProductCode.init(gtin:)),
            pictures: draft.pictures.compactMap(Picture.init),
            price: draft.ipClaim?.originals.lazy.compactMap(\.price).compactMap(Price.init).first)
    }
}

extension RecoursMatching.ObservedListing {
    init(_ seen: SeenListing, platform: Int) {
        let listing = seen.listing
        self.init(
            platform: platform, identifier: listing.platformListingIdentifier,
            seller: listing.sellerIdentifier, title: listing.title, brand: seen.brand,
            codes: ProductCode(gtin: listing.gtin).map { [$0] } ?? [],
            pictures: seen.pictures.compactMap(Picture.init),
            price: listing.price.flatMap(Price.init))
    }
}

extension Picture {
    fileprivate init?(_ picture: RecoursCases.PictureFingerprint) {
        guard let print = RecoursMatching.PictureFingerprint(bytes: picture.pdq) else {
            return nil
        }
        self.init(print, quality: picture.quality)
    }
}

extension Price {
    fileprivate init?(_ money: Money) {
        self.init(minorUnits: money.minorUnits, currency: money.currency)
    }
}

extension RecoursCases.MatchEvidence {
    /// - Parameter hasCodes: whether the work has any, and so something to compare.
    init(_ found: RecoursMatching.MatchEvidence, of seen: SeenListing, hasCodes: Bool) {
        self.init(
            sameGTIN: hasCodes && !seen.listing.gtin.isEmpty ? found.isCodeEqual : nil,
            sameBrand: found.brand == .unknown ? nil : found.brand == .equal,
            titleSimilarity: seen.listing.title.isEmpty ? nil : found.title?.similarity ?? 0,
            pictureDistance: found.pictures.map(\.distance).min())
    }
}
