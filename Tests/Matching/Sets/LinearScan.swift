// SPDX-License-Identifier: EUPL-1.2

package import RecoursMatching

/// Every picture looked at, one after the other: what the index must find, and be faster than.
package struct LinearScan: Sendable {
    /// A word of 256 bits each.
    private let pictures: [SIMD4<UInt64>]
    private let owners: [WorkIdentifier]

    package init(_ works: [RegisteredWork]) {
        var pictures: [SIMD4<UInt64>] = []
        var owners: [WorkIdentifier] = []
        for work in works {
            for picture in work.pictures.prefix(RegisteredWork.mostPictures)
            where picture.quality >= PictureFingerprint.leastQuality
                && picture.fingerprint.isPlausible
            {
                pictures.append(Self.vector(picture.fingerprint))
                owners.append(work.identifier)
            }
        }
        self.pictures = pictures
        self.owners = owners
    }

    private static func vector(_ picture: PictureFingerprint) -> SIMD4<UInt64> {
        SIMD4(picture.words.0, picture.words.1, picture.words.2, picture.words.3)
    }

    /// The least distance within the radius, over the eight ways to lay the query, of each work.
    package func nearest(_ query: PictureFingerprint) -> [WorkIdentifier: Int] {
        var found: [WorkIdentifier: Int] = [:]
        let radius = PictureFingerprint.radius
        for laid in PictureSymmetry.allCases.map({ Self.vector(query.laid($0)) }) {
            for (place, picture) in pictures.enumerated() {
                let bits = picture ^ laid
                // Two different pictures are far apart in any half already.
                var distance = bits[0].nonzeroBitCount + bits[1].nonzeroBitCount
                guard distance <= radius else { continue }
                distance += bits[2].nonzeroBitCount + bits[3].nonzeroBitCount
                guard distance <= radius else { continue }
                found[owners[place]] = min(found[owners[place]] ?? distance, distance)
            }
        }
        return found
    }

    package var count: Int { pictures.count }
}
