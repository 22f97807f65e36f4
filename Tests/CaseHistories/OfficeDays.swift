// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// Working days in mainland France, from an almanac's table instead of a formula.
package enum OfficeDays {
    /// Easter Mondays of the years in which histories take place.
    private static let easterMondays: Set<String> = [
        "2018-04-02", "2019-04-22", "2020-04-13", "2021-04-05", "2022-04-18", "2023-04-10",
        "2024-04-01", "2025-04-21", "2026-04-06", "2027-03-29", "2028-04-17", "2029-04-02",
    ]

    /// Holidays of those years, as day numbers.
    private static let holidays: Set<Int32> = {
        let fixed = [
            "01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25",
        ]
        var days: Set<Int32> = []
        for year in 2018...2029 {
            for date in fixed {
                if let day = CalendarDate(iso: "\(year)-\(date)") { days.insert(day.dayNumber) }
            }
        }
        for text in easterMondays {
            guard let monday = CalendarDate(iso: text) else { continue }
            // Ascension is the sixth Thursday after Easter, Whit Monday seven weeks after its own.
            days.formUnion(
                [monday, monday.adding(days: 38), monday.adding(days: 49)].map(\.dayNumber))
        }
        return days
    }()

    /// The day that is so many working days after another.
    package static func day(_ count: Int, after start: CalendarDate) -> CalendarDate {
        var day = start
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            let isWeekend = day.weekday == 6 || day.weekday == 7
            if !isWeekend, !holidays.contains(day.dayNumber) { left -= 1 }
        }
        return day
    }
}
