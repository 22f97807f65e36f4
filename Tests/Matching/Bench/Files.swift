// SPDX-License-Identifier: EUPL-1.2

import Foundation
import MatchingSets
import RecoursMatching

/// Made-up works and a feed of listings as files of JSON, a line each, for what sends them.
enum Files {
    private struct Picture: Encodable {
        /// 64 hexadecimal digits.
        let pdq: String
        let quality: Int

        init(_ picture: RecoursMatching.Picture) {
            let words = picture.fingerprint.words
            pdq = [words.0, words.1, words.2, words.3].map { word in
                let digits = String(word, radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }.joined()
            quality = picture.quality
        }
    }

    private struct Line: Encodable {
        let title: String
        let brand: String
        let gtins: [String]
        let pictures: [Picture]
        /// In cents.
        let price: UInt32?
        /// 0–7; nil of a work, which is held against them all.
        var platform: Int?
        var identifier: String?
        var seller: String?
    }

    static func write(works count: Int, listings: Int, to folder: URL) throws {
        var maker = WorkMaker(seed: UInt64(count), pictures: 0...20, brands: count / 5)
        let works = maker.works(count)
        var listingMaker = ListingMaker(seed: 7, after: works)
        try write(works.map { line($0.work) }, folder.appendingPathComponent("works.json"))
        try write(
            listingMaker.feed(listings).map(line), folder.appendingPathComponent("listings.json"))
    }

    private static func line(_ work: RegisteredWork) -> Line {
        Line(
            title: work.title, brand: work.brand, gtins: work.codes.compactMap(gtin),
            pictures: work.pictures.map(Picture.init), price: work.price?.minorUnits)
    }

    private static func line(_ listing: ObservedListing) -> Line {
        Line(
            title: listing.title, brand: listing.brand, gtins: listing.codes.compactMap(gtin),
            pictures: listing.pictures.map(Picture.init), price: listing.price?.minorUnits,
            platform: listing.platform, identifier: listing.identifier, seller: listing.seller)
    }

    /// Made codes have nine digits behind one prefix.
    private static func gtin(_ code: ProductCode) -> String? {
        code.digits.flatMap { Int($0.suffix(9)) }.map(WorkMaker.gtin)
    }

    private static func write(_ lines: [Line], _ file: URL) throws {
        let encoder = JSONEncoder()
        var text = Data()
        for line in lines { text += try encoder.encode(line) + [0x0A] }
        try text.write(to: file)
    }
}
