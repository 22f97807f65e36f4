// SPDX-License-Identifier: EUPL-1.2

/// What a made-up listing is, which the index is not told.
package enum ListingKind: String, CaseIterable, Sendable {
    // Copies.
    case exactCopy = "exact copy"
    /// Another colour, size or number of pieces.
    case variant
    /// Said otherwise, in the same language or the other.
    case retitled
    /// Pictures with watermarks, cropped, mirrored or turned.
    case repictured

    // No copies.
    /// The original from a shop that shows the maker's pictures.
    case resold = "resold original"
    /// The original from somebody who has used it and took pictures of it.
    case used = "used original"
    case parody
    /// Another thing of the same sort.
    case lookalike
    /// Another thing of the same sort that shows a stock picture which the work shows too.
    case stockPicture = "stock picture"
    case unrelated

    package var isCopy: Bool {
        switch self {
        case .exactCopy, .variant, .retitled, .repictured: true
        default: false
        }
    }

    /// How many of 100 listings of the set that quality is measured on are of this kind.
    package var share: Int {
        switch self {
        case .exactCopy, .variant, .retitled, .repictured, .resold: 12
        case .used: 6
        case .parody: 4
        case .lookalike: 15
        case .stockPicture: 2
        case .unrelated: 13
        }
    }
}

/// How pictures, brand, code and price of a kind's listings are drawn.
struct ListingTraits: Sendable {
    /// What may happen to each picture.
    var changes: [PictureChange]
    /// How many of the work's pictures are taken, at most.
    var taken: ClosedRange<Int>
    /// How many pictures of its own there are besides.
    var own: ClosedRange<Int>
    /// In how many of 100 the brand is the work's, and another's; else there is none.
    var sameBrand: Int
    var otherBrand: Int
    /// In how many of 100 the code is the work's.
    var sameCode: Int
    /// In hundredths of the work's.
    var price: ClosedRange<Int>

    static func of(_ kind: ListingKind) -> ListingTraits {
        let saved: [PictureChange] = [.none, .recompressed, .resized]
        return switch kind {
        case .exactCopy:
            ListingTraits(
                changes: saved, taken: 1...6, own: 0...1, sameBrand: 30, otherBrand: 30,
                sameCode: 15, price: 20...80)
        case .variant:
            ListingTraits(
                changes: saved + [.watermarked, .cropped], taken: 1...4, own: 0...3, sameBrand: 25,
                otherBrand: 35, sameCode: 5, price: 20...80)
        case .retitled:
            ListingTraits(
                changes: saved + [.watermarked, .cropped], taken: 1...5, own: 0...2, sameBrand: 10,
                otherBrand: 50, sameCode: 5, price: 20...80)
        case .repictured:
            ListingTraits(
                changes: [.watermarked, .cropped, .mirrored, .turned], taken: 1...5, own: 0...2,
                sameBrand: 15, otherBrand: 45, sameCode: 5, price: 20...80)
        case .resold:
            ListingTraits(
                changes: saved, taken: 1...8, own: 0...1, sameBrand: 90, otherBrand: 0,
                sameCode: 70, price: 75...120)
        case .used:
            ListingTraits(
                changes: saved, taken: 0...0, own: 1...5, sameBrand: 80, otherBrand: 0,
                sameCode: 5, price: 20...80)
        case .parody, .lookalike, .stockPicture, .unrelated:
            ListingTraits(
                changes: saved, taken: 0...0, own: 1...6, sameBrand: 0, otherBrand: 70,
                sameCode: 0, price: 30...150)
        }
    }
}
