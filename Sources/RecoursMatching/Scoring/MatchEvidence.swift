// SPDX-License-Identifier: EUPL-1.2

/// What a listing and a work have in common.
package struct MatchEvidence: Hashable, Sendable {
    /// A picture of the listing that is one of the work's.
    package struct Picture: Hashable, Sendable {
        /// Which of the listing's pictures, from 0 on.
        package let place: Int
        /// The different bits, 0–31.
        package let distance: Int
        /// How the listing's picture is to be laid to be the work's.
        package let symmetry: PictureSymmetry

        package init(place: Int, distance: Int, symmetry: PictureSymmetry) {
            self.place = place
            self.distance = distance
            self.symmetry = symmetry
        }
    }

    package struct Title: Hashable, Sendable {
        /// How many words both titles have.
        package let sharedWords: Int
        /// What the shared words weigh of what both titles' weigh, in thousandths.
        package let similarity: Int
        /// How unlikely it is to share them by chance, in bits.
        package let rarity: Int

        package init(sharedWords: Int, similarity: Int, rarity: Int) {
            self.sharedWords = sharedWords
            self.similarity = similarity
            self.rarity = rarity
        }
    }

    package enum Brand: Hashable, Sendable {
        /// The work has none, or the listing has none and its title names none.
        case unknown
        /// Said in the listing's brand or title.
        case equal
        /// The listing has another.
        case different
    }

    /// One a picture of the listing at most, in its order.
    package var pictures: [Picture]
    /// Nil if the titles share nothing.
    package var title: Title?
    package var brand: Brand
    /// Whether a GTIN, or a number of that platform, is one of the work's.
    package var isCodeEqual: Bool
    /// The listing's price in thousandths of the work's, if both are known in one currency.
    package var pricePermille: Int?

    package init(
        pictures: [Picture] = [], title: Title? = nil, brand: Brand = .unknown,
        isCodeEqual: Bool = false, pricePermille: Int? = nil
    ) {
        self.pictures = pictures
        self.title = title
        self.brand = brand
        self.isCodeEqual = isCodeEqual
        self.pricePermille = pricePermille
    }
}
