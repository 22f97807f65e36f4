// SPDX-License-Identifier: EUPL-1.2

/// One axis of PDQ's reduction to 64 places.
///
/// PDQ blurs rows and columns with a box, twice (Jarosz's filters, whose sum is a tent), and takes
/// 64 × 64 of the pixels. Rows and columns can be taken one after the other, and of a blur only
/// what is taken need be computed: so each place is a weighted sum of its neighbourhood, and these
/// neighbourhoods hardly overlap.
struct AxisWeights {
    static let places = 64

    /// The first pixel of each place's neighbourhood.
    private(set) var starts: [Int] = []
    /// The weights of its pixels, which add up to 1.
    private(set) var weights: [[Float]] = []

    init(length: Int) {
        let box = Box(length: length)
        for place in 0..<Self.places {
            // The middle of the place's share, not its edge.
            let outer = box.window(around: (2 * place + 1) * length / (2 * Self.places))
            let start = box.window(around: outer.lowerBound).lowerBound
            let end = box.window(around: outer.upperBound).upperBound
            // What each pixel has more than the one before it.
            var steps = [Double](repeating: 0, count: end - start + 2)
            for middle in outer {
                let inner = box.window(around: middle)
                let share = 1 / Double(outer.count * inner.count)
                steps[inner.lowerBound - start] += share
                steps[inner.upperBound + 1 - start] -= share
            }
            var weight = 0.0
            starts.append(start)
            weights.append(
                steps.dropLast().map { step in
                    weight += step
                    return Float(weight)
                })
        }
    }

    /// The moving average, whose window is cut off at the ends.
    private struct Box {
        private let length: Int
        private let width: Int

        init(length: Int) {
            self.length = length
            let doubled = 2 * AxisWeights.places
            width = (length + doubled - 1) / doubled
        }

        func window(around place: Int) -> ClosedRange<Int> {
            let end = place + (width + 2) / 2 - 1
            return max(0, end - width + 1)...min(length - 1, end)
        }
    }
}
