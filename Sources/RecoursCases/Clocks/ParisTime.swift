// SPDX-License-Identifier: EUPL-1.2

/// Local time in Paris since 1996: UTC+1, and UTC+2 from the last Sunday of March to the last
/// Sunday of October, both at 01:00 UTC (directive 2000/84/EC). Pure arithmetic, so that every
/// machine agrees whatever zone data it has.
enum ParisTime {
    private static let millisecondsPerDay: Int64 = 86_400_000
    private static let millisecondsPerHour: Int64 = 3_600_000

    /// The date on Paris clocks at an instant; instants beyond the calendar give its ends.
    static func date(at instant: Instant) -> CalendarDate {
        let utc = instant.millisecondsSince1970
        let utcDate = CalendarDate(clampingDayNumber: floorDays(utc))
        // Near the ends of Int64 the sum could overflow; such instants are far outside the
        // calendar.
        let local = utc.addingReportingOverflow(
            Int64(offsetHours(at: utc, on: utcDate)) * millisecondsPerHour)
        guard !local.overflow else { return utcDate }
        return CalendarDate(clampingDayNumber: floorDays(local.partialValue))
    }

    /// What a clock in Paris shows, in minutes since midnight.
    static func minuteOfDay(at instant: Instant) -> Int {
        let utc = instant.millisecondsSince1970
        let day = floorDays(utc)
        let minutes = Int((utc - day * millisecondsPerDay) / 60_000)
        let hours = offsetHours(at: utc, on: CalendarDate(clampingDayNumber: day))
        return (minutes + hours * 60) % 1440
    }

    /// 23:59:59 on that day in Paris. The clocks change between 1 and 3 in the morning, so there is
    /// always exactly one.
    static func endOfDay(_ date: CalendarDate) -> Instant {
        let year = date.components.year
        let summer = lastSunday(ofMonth: 3, year: year)..<lastSunday(ofMonth: 10, year: year)
        let hours: Int64 = summer.contains(date) ? 2 : 1
        let nextMidnight = (Int64(date.dayNumber) + 1) * millisecondsPerDay
        return Instant(millisecondsSince1970: nextMidnight - hours * millisecondsPerHour - 1000)
    }

    private static func offsetHours(at utc: Int64, on utcDate: CalendarDate) -> Int {
        let year = utcDate.components.year
        let begin = change(on: lastSunday(ofMonth: 3, year: year))
        let end = change(on: lastSunday(ofMonth: 10, year: year))
        return utc >= begin && utc < end ? 2 : 1
    }

    private static func change(on date: CalendarDate) -> Int64 {
        Int64(date.dayNumber) * millisecondsPerDay + millisecondsPerHour
    }

    /// Both months have 31 days, so the last Sunday is the one on or before the 31st.
    private static func lastSunday(ofMonth month: Int, year: Int) -> CalendarDate {
        guard let last = CalendarDate(year: year, month: month, day: 31) else { return .latest }
        return last.adding(days: -(last.weekday % 7))
    }

    private static func floorDays(_ milliseconds: Int64) -> Int64 {
        let days = milliseconds / millisecondsPerDay
        return milliseconds % millisecondsPerDay < 0 ? days - 1 : days
    }
}

extension CalendarDate {
    /// The last millisecond of the day on Paris clocks.
    package var lastInstantInParis: Instant {
        let end = ParisTime.endOfDay(self)
        return Instant(millisecondsSince1970: end.millisecondsSince1970 + 999)
    }
}

extension Instant {
    /// The date in Paris at this instant: what "today" means in every rule.
    package var dateInParis: CalendarDate { ParisTime.date(at: self) }

    /// What a clock shows in Paris, in minutes since midnight: 0 to 1,439.
    package var minuteOfDayInParis: Int { ParisTime.minuteOfDay(at: self) }
}
