// SPDX-License-Identifier: EUPL-1.2

/// Finds what somebody who mistyped a name may have meant.
enum Nearest {
    /// Longer names are nobody's typing error; the distance's table stays small.
    static let longestName = 64

    /// The nearest of the names, if it is within a third of its length.
    static func name(to text: String, among names: [String]) -> String? {
        guard text.utf8.count <= longestName else { return nil }
        let ranked = names.map { (name: $0, distance: distance(text, $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }),
            best.distance <= max(1, best.name.utf8.count / 3)
        else { return nil }
        return best.name
    }

    /// Levenshtein's: insertions, deletions and exchanges of one byte.
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.utf8)
        var row = Array(0...right.count)
        for (line, byte) in left.utf8.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for place in right.indices {
                let exchange = diagonal + (byte == right[place] ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(exchange, diagonal + 1, row[place] + 1)
            }
        }
        return row[right.count]
    }
}
