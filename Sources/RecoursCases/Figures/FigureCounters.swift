// SPDX-License-Identifier: EUPL-1.2

/// A set of counters in one word: every command makes two, so they must cost nothing.
struct FigureCounters: Hashable {
    private var bits: UInt64 = 0

    init(_ counters: FigureCounter...) {
        for counter in counters { insert(counter) }
    }

    /// The numbers of the counters are below 64.
    private static func bit(_ counter: FigureCounter) -> UInt64 {
        1 << UInt64(counter.rawValue & 63)
    }

    mutating func insert(_ counter: FigureCounter) { bits |= Self.bit(counter) }

    mutating func remove(_ counter: FigureCounter) { bits &= ~Self.bit(counter) }

    func subtracting(_ other: FigureCounters) -> FigureCounters {
        var rest = self
        rest.bits &= ~other.bits
        return rest
    }

    /// In the order of their numbers.
    func forEach(_ body: (FigureCounter) -> Void) {
        var rest = bits
        while rest != 0 {
            let number = rest.trailingZeroBitCount
            rest &= rest - 1
            if let counter = FigureCounter(rawValue: Int32(number)) { body(counter) }
        }
    }
}
