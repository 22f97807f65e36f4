// SPDX-License-Identifier: EUPL-1.2

/// A picture's fingerprint and how much there is to see in it.
package struct Picture: Hashable, Sendable {
    package let fingerprint: PictureFingerprint
    /// PDQ's quality, 0–100.
    package let quality: Int

    package init(_ fingerprint: PictureFingerprint, quality: Int) {
        self.fingerprint = fingerprint
        self.quality = quality
    }

    /// Whether it tells pictures apart: blank ones and made-up hashes are neither indexed nor
    /// looked up.
    var isTelling: Bool {
        quality >= PictureFingerprint.leastQuality && fingerprint.isPlausible
    }
}

/// A work as its owner registered it, with the platforms that claims hold it against.
package struct RegisteredWork: Sendable {
    /// Pictures, and codes, beyond so many of one work are left out.
    package static let mostPictures = 20
    package static let mostCodes = 20

    package var identifier: WorkIdentifier
    package var platforms: PlatformSet
    /// As people read it, 0–500 scalars.
    package var title: String
    /// 0–200 scalars.
    package var brand: String
    package var codes: [ProductCode]
    package var pictures: [Picture]
    /// What the owner asks for one, if known.
    package var price: Price?

    package init(
        _ identifier: WorkIdentifier, platforms: PlatformSet, title: String = "",
        brand: String = "", codes: [ProductCode] = [], pictures: [Picture] = [],
        price: Price? = nil
    ) {
        self.identifier = identifier
        self.platforms = platforms
        self.title = title
        self.brand = brand
        self.codes = codes
        self.pictures = pictures
        self.price = price
    }
}

/// A listing as a platform, an association or a crawler saw it.
package struct ObservedListing: Sendable {
    /// Pictures beyond so many are left out, and counted.
    package static let mostPictures = 10

    package var platform: Int
    /// The platform's own number of the listing; may be empty.
    package var identifier: String
    /// The platform's own name of the seller; may be empty.
    package var seller: String
    package var title: String
    package var brand: String
    package var codes: [ProductCode]
    package var pictures: [Picture]
    package var price: Price?

    package init(
        platform: Int, identifier: String = "", seller: String = "", title: String = "",
        brand: String = "", codes: [ProductCode] = [], pictures: [Picture] = [],
        price: Price? = nil
    ) {
        self.platform = platform
        self.identifier = identifier
        self.seller = seller
        self.title = title
        self.brand = brand
        self.codes = codes
        self.pictures = pictures
        self.price = price
    }
}
