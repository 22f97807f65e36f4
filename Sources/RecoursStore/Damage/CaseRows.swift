// SPDX-License-Identifier: EUPL-1.2

/// The rows of cases that one slice of a scrub looks at. Rows are counted from 1 without a gap but
/// those of restorations, which are passed over in one step.
package struct CaseRows {
    /// Cases of one slice, with some events each.
    private static let most: UInt64 = 32

    package let rows: Range<UInt64>
    /// Where the next slice goes on; nil behind the last case.
    package let next: ScrubPlace?

    /// - Parameters:
    ///   - end: the row of the next case to come.
    ///   - gap: the first gap that ends at a row or behind it.
    package init(
        after place: ScrubPlace?, end: UInt64,
        gap: (_ from: UInt64) throws(StoreError) -> ClosedRange<UInt64>?
    ) throws(StoreError) {
        var first: UInt64 = 1
        if case .integer(let row)? = place?.values.first { first = UInt64(clamping: row) + 1 }
        var skipped = try gap(first)
        while let range = skipped, range.contains(first) {
            first = range.upperBound + 1
            skipped = try gap(first)
        }
        let last = min(first + Self.most, end, skipped?.lowerBound ?? .max)
        rows = first..<max(first, last)
        next = rows.upperBound < end ? ScrubPlace([.integer(Int64(rows.upperBound - 1))]) : nil
    }
}
