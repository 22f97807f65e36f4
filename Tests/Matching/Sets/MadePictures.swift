// SPDX-License-Identifier: EUPL-1.2

package import RecoursMatching

/// What happens to a picture on its way into a copy's listing, as bits that change.
package enum PictureChange: CaseIterable, Sendable {
    case none
    case recompressed
    case resized
    case watermarked
    case cropped
    case mirrored
    case turned

    var distances: ClosedRange<Int> {
        switch self {
        case .none: 0...0
        case .recompressed: 0...6
        case .resized: 0...8
        case .watermarked: 10...30
        case .cropped: 20...60
        // The bits near the median that turning moves, as measured with PDQ's reference code on 300
        // drawn pictures: mirrored 16 in the middle and 30 at most, turned half 22 and 42.
        case .mirrored: 6...32
        case .turned: 6...42
        }
    }
}

extension PictureFingerprint {
    /// Any picture: half of the bits, more or less.
    package static func any(_ generator: inout some RandomNumberGenerator) -> Self {
        while true {
            let one = PictureFingerprint(
                words: (generator.next(), generator.next(), generator.next(), generator.next()))
            if one.isPlausible { return one }
        }
    }

    /// With so many different bits changed, any of them.
    package func changed(
        bits count: Int, _ generator: inout some RandomNumberGenerator
    ) -> PictureFingerprint {
        var mask = SIMD4<UInt64>.zero
        var left = count
        while left > 0 {
            let bit = Int.random(in: 0..<256, using: &generator)
            guard mask[bit / 64] >> UInt64(bit % 64) & 1 == 0 else { continue }
            mask[bit / 64] |= 1 << UInt64(bit % 64)
            left -= 1
        }
        return PictureFingerprint(
            words: (
                words.0 ^ mask[0], words.1 ^ mask[1], words.2 ^ mask[2], words.3 ^ mask[3]
            ))
    }

    package func after(
        _ change: PictureChange, _ generator: inout some RandomNumberGenerator
    ) -> PictureFingerprint {
        let laid: PictureFingerprint
        switch change {
        case .mirrored: laid = self.laid(.mirroredHorizontally)
        case .turned:
            laid = self.laid(PictureSymmetry.allCases.randomElement(using: &generator) ?? .original)
        default: laid = self
        }
        return laid.changed(
            bits: Int.random(in: change.distances, using: &generator), &generator)
    }
}
