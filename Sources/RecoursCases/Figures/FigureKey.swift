// SPDX-License-Identifier: EUPL-1.2

/// Whose figures: every case, and every commitment, counts under exactly one key at a time.
package struct FigureKey: Hashable, Sendable {
    /// Slug of the platform addressed.
    package var platform: String
    /// The case's main category; nil for what is of none, such as a commitment to a campaign.
    package var category: CaseCategory?
    /// The campaign's 16 bytes; empty for a case filed in none.
    package var campaign: [UInt8]

    package init(platform: String, category: CaseCategory?, campaign: [UInt8] = []) {
        self.platform = platform
        self.category = category
        self.campaign = campaign
    }

    /// The key of a case as it stands; nil for a draft without a category, which counts nowhere.
    init?(_ file: CaseFile) {
        guard let category = file.sharedDraft.value.category else { return nil }
        self.init(
            platform: file.addressee, category: category, campaign: file.terms?.campaign ?? [])
    }
}

/// A calendar month in Paris, counted from January of the year 0.
package struct FigureMonth: Hashable, Sendable, Comparable {
    package let number: Int32

    /// Nil unless it lies in the calendar's years 1 to 9999.
    package init?(number: Int32) {
        guard (12..<120_000).contains(number) else { return nil }
        self.number = number
    }

    /// The month of an instant.
    package init(of instant: Instant) {
        let (year, month, _) = instant.dateInParis.components
        number = Int32(year * 12 + month - 1)
    }

    package var year: Int { Int(number) / 12 }
    /// 1 to 12.
    package var month: Int { Int(number) % 12 + 1 }

    package static func < (left: FigureMonth, right: FigureMonth) -> Bool {
        left.number < right.number
    }
}

extension FigureMonth: CustomStringConvertible {
    /// `YYYY-MM`.
    package var description: String {
        let day = CalendarDate(year: year, month: month, day: 1) ?? .earliest
        return String(day.description.prefix(7))
    }
}
