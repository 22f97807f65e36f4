// SPDX-License-Identifier: EUPL-1.2

import PictureSamples

@testable import RecoursPictures

extension FuzzTarget {
    /// JPEG, PNG and WebP to a hash: within the limits, and the same whenever it is computed.
    static let pictures = FuzzTarget(
        name: "pictures", largestInput: 2_048,
        seeds: { PictureSample.allCases.map(\.bytes) }
    ) { bytes in
        guard let picture = try? HashedPicture(bytes) else { return }
        try law(
            picture.width * picture.height <= PictureLimits.pixels
                && min(picture.width, picture.height) >= PictureLimits.leastSide,
            "a picture of \(picture.width) × \(picture.height) was hashed")
        try law((0...100).contains(picture.quality), "a quality of \(picture.quality)")
        try law(try HashedPicture(bytes).hash == picture.hash, "two hashes of one picture")
        for symmetry in PictureSymmetry.allCases {
            let hash = picture.hash(symmetry)
            try law(PictureHash(hash.description) == hash, "\(hash) is another as text")
        }
    }
}
