// SPDX-License-Identifier: EUPL-1.2

/// A platform's first answer to a case that says something is removed.
package struct Removal: Hashable, Sendable {
    package let platform: String
    /// When it was.
    package let month: FigureMonth
    /// Since the transmission; see `FigureTime.minutes`.
    package let minutes: Int32

    package init(platform: String, month: FigureMonth, minutes: Int32) {
        self.platform = platform
        self.month = month
        self.minutes = minutes
    }

    /// The removal that a change counts, if it is one.
    package init?(_ change: FigureChange) {
        guard case .time(.remove, let month?, let minutes) = change.step else { return nil }
        self.init(platform: change.key.platform, month: month, minutes: minutes)
    }
}

extension FigureTally {
    /// Counts removals alone, for a report over some of them.
    package mutating func add(_ removal: Removal, times count: Int64) {
        let key = FigureKey(platform: removal.platform, category: nil)
        add(count, to: CountCell(.removals, removal.month), of: key)
        add(
            count, to: TimeCell(.remove, month: removal.month, minutes: removal.minutes), of: key)
    }
}
