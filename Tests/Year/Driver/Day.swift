// SPDX-License-Identifier: EUPL-1.2

/// A day of the simulated year: what its number is, and its date near noon in Paris.
struct Day {
    let number: Int
    let nowMs: Int64

    /// `2026-11-30`, so many days from this one.
    func date(_ later: Int = 0) -> String {
        let days = (nowMs + 3_600_000) / 86_400_000 + Int64(later)
        // The civil date of a day number: Howard Hinnant's algorithm.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
