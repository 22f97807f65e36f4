// SPDX-License-Identifier: EUPL-1.2

/// Days on which offices in mainland France work: Monday to Friday without the eleven public
/// holidays of the labour code (article L3133-1).
enum WorkingDays {
    /// The last day of a clock of so many working days that starts on a day: the day itself isn't
    /// counted.
    static func date(_ count: Int, after start: CalendarDate) -> CalendarDate {
        var date = start
        var left = count
        while left > 0, date < .latest {
            date = date.adding(days: 1)
            if isWorkingDay(date) { left -= 1 }
        }
        return date
    }

    static func isWorkingDay(_ date: CalendarDate) -> Bool {
        date.weekday <= 5 && !isHoliday(date)
    }

    static func isHoliday(_ date: CalendarDate) -> Bool {
        let (year, month, day) = date.components
        switch (month, day) {
        case (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25): return true
        default: break
        }
        // Easter Monday, Ascension, Whit Monday.
        switch easter(year: year).days(until: date) {
        case 1, 39, 50: return true
        default: return false
        }
    }

    /// Easter Sunday of a Gregorian year (the "anonymous" algorithm, Nature, 1876).
    static func easter(year: Int) -> CalendarDate {
        let golden = year % 19
        let century = year / 100
        let leapCenturies = century - century / 4
        let moonCorrection = (century - (century + 8) / 25 + 1) / 3
        let fullMoon = (19 * golden + leapCenturies - moonCorrection + 15) % 30
        let weekday =
            (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - fullMoon - year % 100 % 4) % 7
        let shift = (golden + 11 * fullMoon + 22 * weekday) / 451
        let days = fullMoon + weekday - 7 * shift + 114
        return CalendarDate(year: year, month: days / 31, day: days % 31 + 1) ?? .earliest
    }
}
