// SPDX-License-Identifier: EUPL-1.2

/// Whether a text is in Unicode's Normalization Form C (UAX #15), told without normalising it.
///
/// The standard library has no public test, so the definition is followed: no excluded scalar,
/// marks in canonical order, and no pair left that would compose.
package enum NormalForm {
    /// Below this every scalar stands in NFC and composes with nothing before it.
    static let firstMark: UInt32 = 0x300

    /// A scalar that stands for a base and a mark of this class.
    private struct Composite {
        let base: UInt32
        let markClass: UInt8
    }

    /// Pairs that compose, base in the upper half; made on first use by a text that needs it.
    private static let pairs: Set<UInt64> = {
        var pairs: Set<UInt64> = []
        for (mark, list) in NormalFormTables.composing {
            for place in stride(from: 0, to: list.count, by: 2) {
                pairs.insert(UInt64(list[place]) << 32 | UInt64(mark))
            }
        }
        return pairs
    }()

    /// What each composite stands for.
    private static let composites: [UInt32: Composite] = {
        var composites: [UInt32: Composite] = [:]
        for (mark, list) in NormalFormTables.composing {
            let markClass =
                Unicode.Scalar(mark)?.properties.canonicalCombiningClass.rawValue ?? 0
            for place in stride(from: 0, to: list.count - 1, by: 2) {
                composites[list[place + 1]] = Composite(
                    base: list[place], markClass: markClass)
            }
        }
        return composites
    }()

    /// The scalar without the marks that it is composed with: `e` for `ế`, any other as it is.
    package static func base(of scalar: UInt32) -> UInt32 {
        var base = scalar
        while let composite = composites[base] { base = composite.base }
        return base
    }

    static func isComposed(_ text: some Sequence<Unicode.Scalar>) -> Bool {
        var starter: UInt32?
        var previousClass: UInt8 = 0
        for scalar in text {
            let value = scalar.value
            if value < firstMark || isGeneralPunctuation(value) {
                starter = value
                previousClass = 0
                continue
            }
            guard !isExcluded(value) else { return false }
            let combiningClass = scalar.properties.canonicalCombiningClass.rawValue
            if combiningClass != 0, previousClass > combiningClass { return false }
            // A mark is blocked from its base by one of the same class between them, and another
            // starter by anything between.
            let blocked = previousClass != 0 && previousClass >= combiningClass
            if let starter, !blocked, joins(starter, value, combiningClass) { return false }
            if combiningClass == 0 { starter = value }
            previousClass = combiningClass
        }
        return true
    }

    /// U+2010–U+2027: quotes, dashes and the ellipsis, the only scalars above U+0300 in most French
    /// text.
    private static func isGeneralPunctuation(_ value: UInt32) -> Bool {
        value >= 0x2010 && value <= 0x2027
    }

    /// Whether a mark after this starter would become part of it: it composes with the starter, or
    /// with what is left of the starter without marks that canonical order puts after this one.
    private static func joins(_ starter: UInt32, _ mark: UInt32, _ markClass: UInt8) -> Bool {
        if composes(starter, mark) { return true }
        guard markClass != 0 else { return false }
        var rest = starter
        while let composite = composites[rest], composite.markClass > markClass {
            if composes(composite.base, mark) { return true }
            rest = composite.base
        }
        return false
    }

    private static func composes(_ base: UInt32, _ mark: UInt32) -> Bool {
        composesHangul(base, mark) || pairs.contains(UInt64(base) << 32 | UInt64(mark))
    }

    /// The Unicode Standard, §3.12: a leading consonant and a vowel, or such a syllable and a
    /// trailing consonant.
    private static func composesHangul(_ base: UInt32, _ mark: UInt32) -> Bool {
        if base >= 0x1100, base <= 0x1112 { return mark >= 0x1161 && mark <= 0x1175 }
        guard base >= 0xAC00, base <= 0xD7A3, (base - 0xAC00) % 28 == 0 else { return false }
        return mark >= 0x11A8 && mark <= 0x11C2
    }

    private static func isExcluded(_ value: UInt32) -> Bool {
        var low = 0
        var high = NormalFormTables.excluded.count
        while low < high {
            let middle = (low + high) / 2
            let range = NormalFormTables.excluded[middle]
            if range.contains(value) { return true }
            if value < range.lowerBound { high = middle } else { low = middle + 1 }
        }
        return false
    }
}
