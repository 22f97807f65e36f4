// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// Instants as people and programs write them.
enum WrittenInstant {
    private static let minute: Int64 = 60_000

    /// Milliseconds since 1970, of `2018-11-30`, `30/11/2018 15:05` or `2018-11-30T14:05:09Z`.
    /// Without a zone it is the time in Paris; without an hour the day's beginning. Throws a
    /// `Breach` with `DATE_FORM`.
    static func milliseconds(_ text: String) throws(Breach) -> Int64 {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
            $0 == "T" || $0 == " "
        }
        let date = try WrittenDate.date(parts.first.map(String.init) ?? "")
        let day = Int64(date.dayNumber) * 1_440 * minute
        guard parts.count == 2 else { return try paris(day, date, minutes: 0) }
        let (clock, zone) = try zone(parts[1])
        let time = try milliseconds(ofDay: clock)
        if let zone { return day + time - zone }
        return try paris(day, date, minutes: Int(time / minute)) + time
    }

    /// The day's beginning so that this many minutes after it clocks in Paris have so many.
    private static func paris(
        _ day: Int64, _ date: CalendarDate, minutes: Int
    ) throws(Breach) -> Int64 {
        for hours: Int64 in [1, 2] {
            let start = day - hours * 60 * minute
            let instant = Instant(millisecondsSince1970: start + Int64(minutes) * minute)
            if instant.dateInParis == date, instant.minuteOfDayInParis == minutes { return start }
        }
        // The hour that is left out in spring.
        throw Breach(.dateForm)
    }

    /// A time of day, and how far its zone is ahead of UTC in milliseconds; nil without one.
    private static func zone(
        _ text: Substring
    ) throws(Breach) -> (clock: Substring, zone: Int64?) {
        if text.hasSuffix("Z") { return (text.dropLast(), 0) }
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else {
            return (text, nil)
        }
        let numbers = try numbers(text[text.index(after: sign)...])
        guard numbers.count == 2, numbers[0] < 15, numbers[1] < 60 else {
            throw Breach(.dateForm)
        }
        let ahead = (numbers[0] * 60 + numbers[1]) * minute
        return (text[..<sign], text[sign] == "+" ? ahead : -ahead)
    }

    private static func milliseconds(ofDay text: Substring) throws(Breach) -> Int64 {
        // What is finer than a second is cut off.
        let clock = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = try numbers(clock.first ?? "")
        guard (2...3).contains(numbers.count), clock.count <= 2, numbers[0] < 24,
            numbers[1] < 60, numbers.count == 2 || numbers[2] < 60
        else { throw Breach(.dateForm) }
        let seconds = numbers.count == 3 ? numbers[2] : 0
        return (numbers[0] * 60 + numbers[1]) * minute + seconds * 1_000
    }

    /// Numbers of two digits between colons.
    private static func numbers(_ text: Substring) throws(Breach) -> [Int64] {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var numbers: [Int64] = []
        for part in parts {
            guard (1...2).contains(part.utf8.count), part.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
                let number = Int64(part)
            else { throw Breach(.dateForm) }
            numbers.append(number)
        }
        return numbers
    }
}
