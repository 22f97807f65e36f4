// SPDX-License-Identifier: EUPL-1.2

internal import Glibc

/// The 16 × 16 lowest frequencies of a thumbnail, without the constant ones.
struct LowFrequencies: Sendable {
    private static let side = 16

    /// Row by row.
    private let amplitudes: [Float]

    /// The cosine transform (DCT-II) along both axes: of all frequencies, 1 to 16.
    init(_ thumbnail: Thumbnail) {
        let columns = Self.transformed(thumbnail.luminance)
        amplitudes = Self.transformed(columns)
    }

    /// Transforms the columns of a matrix that is 64 high, and returns the result turned: frequency
    /// becomes the column, so that doing it twice transforms both axes and turns it back.
    private static func transformed(_ matrix: [Float]) -> [Float] {
        let length = Thumbnail.side
        let width = matrix.count / length
        var result = [Float](repeating: 0, count: width * side)
        for column in 0..<width {
            for frequency in 0..<side {
                var sum: Float = 0
                for row in 0..<length {
                    sum += cosines[frequency * length + row] * matrix[row * width + column]
                }
                result[column * side + frequency] = sum
            }
        }
        return result
    }

    /// Frequency by frequency, each at 64 places.
    private static let cosines: [Float] = {
        let length = Thumbnail.side
        let scale = (2 / Double(length)).squareRoot()
        return (0..<side * length).map { place in
            let (frequency, sample) = (place / length + 1, 2 * (place % length) + 1)
            return Float(scale * cos(Double.pi / Double(2 * length) * Double(frequency * sample)))
        }
    }()

    // MARK: Bits

    /// A bit for each frequency: whether there is more of it than of the median one.
    func hash(_ symmetry: PictureSymmetry) -> PictureHash {
        let turned = amplitudes(symmetry)
        let median = turned.sorted()[turned.count / 2 - 1]
        var hash = PictureHash()
        for place in turned.indices where turned[place] > median { hash.setBit(place) }
        return hash
    }

    /// What the turned picture's frequencies are: the axes change places, and where an axis is
    /// flipped its odd frequencies, which begin with the first, change their sign.
    private func amplitudes(_ symmetry: PictureSymmetry) -> [Float] {
        let side = Self.side
        return (0..<side * side).map { place in
            let (row, column) = (place / side, place % side)
            let source = symmetry.swapsAxes ? column * side + row : place
            let isNegated =
                (symmetry.flipsRows && row % 2 == 0) != (symmetry.flipsColumns && column % 2 == 0)
            return isNegated ? -amplitudes[source] : amplitudes[source]
        }
    }
}
