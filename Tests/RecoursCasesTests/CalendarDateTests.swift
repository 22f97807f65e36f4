// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import Testing

@Suite("Calendar date")
struct CalendarDateTests {
    @Test(
        "Day numbers and ISO texts agree",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2018-11-30", 17_865),
            ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
        ])
    func vectors(text: String, dayNumber: Int) throws {
        let date = try #require(CalendarDate(iso: text))
        #expect(Int(date.dayNumber) == dayNumber)
        #expect(date.description == text)
    }

    @Test(
        "What is no day is refused",
        arguments: [
            "2018-02-29", "1900-02-29", "2018-13-01", "2018-00-01", "2018-04-31", "2018-01-00",
            "0000-01-01", "18-01-01", "2018/01/01", "2018-1-1", "2018-01-01 ", "2018-01-0a", "",
            "+018-01-01",
        ])
    func refused(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test("Every day of four centuries survives its parts, and weekdays follow each other")
    func everyDay() throws {
        var date = try #require(CalendarDate(iso: "1801-01-01"))
        var weekday = 4
        for _ in 0..<146_097 {
            let parts = date.components
            let again = CalendarDate(year: parts.year, month: parts.month, day: parts.day)
            guard again == date, date.weekday == weekday else {
                Issue.record("\(date) does not survive")
                return
            }
            date = date.adding(days: 1)
            weekday = weekday % 7 + 1
        }
        #expect(date.description == "2201-01-01")
    }
}
