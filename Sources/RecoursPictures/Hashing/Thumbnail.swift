// SPDX-License-Identifier: EUPL-1.2

/// A picture's luminance at 64 × 64 places.
struct Thumbnail {
    static let side = AxisWeights.places

    /// Row by row, 0 to 255.
    let luminance: [Float]

    init(_ raster: Raster) {
        let rows = AxisWeights(length: raster.height)
        let columns = AxisWeights(length: raster.width)
        var luminance: [Float] = []
        luminance.reserveCapacity(Self.side * Self.side)
        var blurred = [Float](repeating: 0, count: raster.width)
        for place in 0..<Self.side {
            for column in blurred.indices { blurred[column] = 0 }
            for (row, weight) in zip(rows.starts[place]..., rows.weights[place]) {
                raster.addLuminance(ofRow: row, times: weight, to: &blurred)
            }
            for (start, weights) in zip(columns.starts, columns.weights) {
                var sum: Float = 0
                for index in weights.indices { sum += weights[index] * blurred[start + index] }
                luminance.append(sum)
            }
        }
        self.luminance = luminance
    }

    /// How much there is to see, 0 to 100: PDQ counts the steps of more than a hundredth between
    /// neighbours.
    var quality: Int {
        var steps = 0
        for row in 0..<Self.side {
            for column in 0..<Self.side {
                let place = row * Self.side + column
                if row + 1 < Self.side { steps += step(place, place + Self.side) }
                if column + 1 < Self.side { steps += step(place, place + 1) }
            }
        }
        return min(steps / 90, 100)
    }

    private func step(_ first: Int, _ second: Int) -> Int {
        abs(Int((luminance[first] - luminance[second]) * 100 / 255))
    }
}
