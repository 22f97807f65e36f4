// SPDX-License-Identifier: EUPL-1.2

/// A day of the Gregorian calendar between 0001-01-01 and 9999-12-31, without time or place.
///
/// Kept as a day number, so that differences and clocks are plain subtraction.
package struct CalendarDate: Hashable, Sendable {
    /// Days since 1970-01-01; negative before it.
    package let dayNumber: Int32

    /// The first and last day that can be written in four digits of year.
    package static let earliest = CalendarDate(unchecked: -719_162)
    package static let latest = CalendarDate(unchecked: 2_932_896)

    private init(unchecked dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// The day so many days after 1970-01-01; brought to the nearest end if out of range.
    package init(clampingDayNumber dayNumber: Int64) {
        let lowest = Int64(CalendarDate.earliest.dayNumber)
        let highest = Int64(CalendarDate.latest.dayNumber)
        self.dayNumber = Int32(truncatingIfNeeded: min(max(dayNumber, lowest), highest))
    }

    /// The day of this year (1–9999), month (1–12) and day of month, or nil if there is none such.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.lengthOfMonth(month, year: year)
        else { return nil }
        self.dayNumber = Int32(
            truncatingIfNeeded: CalendarDate.dayNumber(year: year, month: month, day: day))
    }

    /// Reads `YYYY-MM-DD` (ISO 8601), ten bytes, nothing else; nil for any other text.
    package init?(iso text: String) {
        guard text.utf8.count == 10 else { return nil }
        var numbers = (0, 0, 0)
        for (place, byte) in text.utf8.enumerated() {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = byte.decimalDigit else { return nil }
            switch place {
            case ..<4: numbers.0 = numbers.0 * 10 + digit
            case ..<7: numbers.1 = numbers.1 * 10 + digit
            default: numbers.2 = numbers.2 * 10 + digit
            }
        }
        self.init(year: numbers.0, month: numbers.1, day: numbers.2)
    }

    /// Year, month (1–12) and day of month (1–31).
    package var components: (year: Int, month: Int, day: Int) {
        // Howard Hinnant's `civil_from_days`: years begin in March, so that a leap day ends one.
        let shifted = Int(dayNumber) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Day of the week by ISO 8601: 1 is Monday, 7 Sunday.
    package var weekday: Int {
        let sinceMonday = (Int(dayNumber) + 3) % 7
        return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
    }

    /// The day so many days later (or earlier); stays within the calendar's ends.
    package func adding(days: Int) -> CalendarDate {
        CalendarDate(clampingDayNumber: Int64(dayNumber) + Int64(days))
    }

    /// Days from this day to another; negative if the other is earlier.
    package func days(until other: CalendarDate) -> Int {
        Int(other.dayNumber) - Int(dayNumber)
    }

    private static func lengthOfMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2:
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            return leap ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// The inverse of `components`.
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension CalendarDate: Comparable {
    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.dayNumber < right.dayNumber
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    package var description: String {
        let (year, month, day) = components
        let dash = UInt8(ascii: "-")
        let text = [
            digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), dash,
            digit(month / 10), digit(month), dash, digit(day / 10), digit(day),
        ]
        return String(decoding: text, as: UTF8.self)
    }

    /// The last digit of a number, as text.
    private func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
}
