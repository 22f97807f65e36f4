// SPDX-License-Identifier: EUPL-1.2

/// Reads dates as people write them in France, `JJ/MM/AAAA`, and ISO 8601 dates.
package enum WrittenDate {
    /// The date; throws `DATE_FORM` for any other form and for a day that no calendar has. Days and
    /// months may lack their leading zero, as spreadsheets have it; years need four digits.
    package static func date(_ text: String) throws(Breach) -> CalendarDate {
        if let date = CalendarDate(iso: text) { return date }
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
            parts[2].count == 4, parts.allSatisfy({ $0.allSatisfy(\.isDigit) })
        else { throw Breach(.dateForm) }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        guard let date = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]) else {
            throw Breach(.dateForm)
        }
        return date
    }
}
