// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import Testing

@testable import RecoursCases

@Suite("Clocks")
struct ClockTests {
    private func date(_ text: String) throws -> CalendarDate {
        try #require(CalendarDate(iso: text))
    }

    /// Milliseconds of an instant in UTC.
    private func utc(_ day: String, _ hour: Int, _ minute: Int, _ second: Int) throws -> Instant {
        let seconds = hour * 3600 + minute * 60 + second
        return Instant(
            millisecondsSince1970: Int64(try date(day).dayNumber) * 86_400_000
                + Int64(seconds) * 1000)
    }

    @Test(
        "A day in Paris ends at 22:59:59 UTC in winter and 21:59:59 in summer",
        arguments: [
            ("2018-11-30", 22), ("2019-07-14", 21), ("2019-03-30", 22), ("2019-03-31", 21),
            ("2019-10-26", 21), ("2019-10-27", 22), ("2024-02-29", 22), ("2026-12-31", 22),
            ("2024-03-31", 21), ("2025-10-26", 22),
        ])
    func endOfDay(day: String, hour: Int) throws {
        #expect(ParisTime.endOfDay(try date(day)) == (try utc(day, hour, 59, 59)))
    }

    @Test(
        "The date in Paris changes at its own midnight",
        arguments: [
            ("2018-11-30", 22, "2018-11-30"), ("2018-11-30", 23, "2018-12-01"),
            ("2019-07-14", 21, "2019-07-14"), ("2019-07-14", 22, "2019-07-15"),
            ("2019-03-30", 22, "2019-03-30"), ("2019-03-30", 23, "2019-03-31"),
            ("2019-03-31", 22, "2019-04-01"), ("2019-10-26", 22, "2019-10-27"),
            ("2019-10-27", 22, "2019-10-27"), ("2019-10-27", 23, "2019-10-28"),
            ("2018-12-31", 23, "2019-01-01"),
        ])
    func dateInParis(day: String, hour: Int, expected: String) throws {
        #expect((try utc(day, hour, 0, 0)).dateInParis == (try date(expected)))
    }

    @Test("Of every day of forty years, the last second is that day and the next is not")
    func everyDay() throws {
        var day = try date("2000-01-01")
        while day < (try date("2040-01-01")) {
            let end = ParisTime.endOfDay(day)
            let next = Instant(millisecondsSince1970: end.millisecondsSince1970 + 1000)
            guard end.dateInParis == day, next.dateInParis == day.adding(days: 1) else {
                Issue.record("\(day) ends at the wrong time")
                return
            }
            day = day.adding(days: 1)
        }
    }

    @Test("Instants at the ends of their type have a date")
    func ends() {
        #expect(Instant(millisecondsSince1970: .min).dateInParis == .earliest)
        #expect(Instant(millisecondsSince1970: .max).dateInParis == .latest)
    }

    @Test(
        "Easter falls on the days the almanac gives",
        arguments: [
            ("2000-04-23"), ("2008-03-23"), ("2011-04-24"), ("2018-04-01"), ("2019-04-21"),
            ("2024-03-31"), ("2025-04-20"), ("2026-04-05"), ("2038-04-25"),
        ])
    func easter(day: String) throws {
        let day = try date(day)
        #expect(WorkingDays.easter(year: day.components.year) == day)
    }

    @Test("The eleven holidays of 2026, and no other day")
    func holidays() throws {
        var found: [String] = []
        var day = try date("2026-01-01")
        while day.components.year == 2026 {
            if WorkingDays.isHoliday(day) { found.append(day.description) }
            day = day.adding(days: 1)
        }
        #expect(
            found == [
                "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14",
                "2026-05-25", "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11",
                "2026-12-25",
            ])
    }

    @Test(
        "Working days skip weekends and holidays",
        arguments: [
            ("2018-11-30", 2, "2018-12-04"), ("2018-11-29", 1, "2018-11-30"),
            ("2018-12-24", 2, "2018-12-27"), ("2026-05-07", 1, "2026-05-11"),
            ("2026-05-13", 3, "2026-05-19"), ("2018-12-01", 1, "2018-12-03"),
        ])
    func workingDays(start: String, count: Int, expected: String) throws {
        #expect(WorkingDays.date(count, after: try date(start)) == (try date(expected)))
    }

    @Test("A working-day clock at the calendar's end comes to one")
    func workingDaysEnd() {
        #expect(WorkingDays.date(5, after: .latest) == .latest)
    }

    @Test(
        "A transmitted case has the clocks of its category and urgency",
        arguments: [
            (CaseCategory.delisting, Urgency.standard, "2018-12-02", "2018-12-15"),
            (.delisting, .urgent, "2018-12-01", "2018-12-07"),
            (.counterfeit, .standard, "2018-12-01", "2018-12-03"),
            (.counterfeit, .urgent, "2018-12-01", "2018-12-03"),
        ])
    func transmitted(
        category: CaseCategory, urgency: Urgency, acknowledge: String, answer: String
    ) throws {
        var draft = Samples.draft(category)
        draft.urgency = urgency
        let caseFile = try Submitting.caseFile(draft)
        #expect(
            caseFile.deadlines == [
                Deadline(
                    kind: .acknowledge, startedAt: Samples.now,
                    dueAt: ParisTime.endOfDay(try date(acknowledge)),
                    party: .platform),
                Deadline(
                    kind: .answer, startedAt: Samples.now,
                    dueAt: ParisTime.endOfDay(try date(answer)), party: .platform),
            ])
        #expect(caseFile.dueAt == ParisTime.endOfDay(try date(acknowledge)))
    }

    @Test("The answer clock crosses summer time and still ends at Paris midnight")
    func acrossSummerTime() throws {
        let caseFile = try Submitting.caseFile(
            Samples.draft(), at: try utc("2019-03-20", 12, 0, 0))
        #expect(caseFile.deadlines.last?.dueAt == (try utc("2019-04-04", 21, 59, 59)))
    }
}
