// SPDX-License-Identifier: EUPL-1.2

/// Bounds of dates.
enum DateRule {
    /// Nothing that this service handles happened before.
    static let earliest = CalendarDate(year: 2000, month: 1, day: 1) ?? .earliest

    /// A date of something that has happened: from 2000-01-01 to tomorrow, since somewhere it is
    /// tomorrow already.
    static func breach(ofFact date: CalendarDate?, required: Bool, today: CalendarDate) -> Breach? {
        guard let date else { return required ? Breach(.required) : nil }
        if date < earliest { return Breach(.dateTooEarly) }
        return date > today.adding(days: 1) ? Breach(.dateInFuture) : nil
    }

    /// A date that may lie ahead: from 2000-01-01 to ten years from now.
    static func breach(ofPlan date: CalendarDate?, required: Bool, today: CalendarDate) -> Breach? {
        guard let date else { return required ? Breach(.required) : nil }
        if date < earliest { return Breach(.dateTooEarly) }
        return date > today.adding(days: 3653) ? Breach(.dateTooFar) : nil
    }

    /// A date that somebody promises: from today on, and no later than `last`.
    static func breach(
        ofPromise date: CalendarDate?, today: CalendarDate, last: CalendarDate
    ) -> Breach? {
        guard let date else { return Breach(.required) }
        if date < today { return Breach(.dateInPast) }
        guard date > last else { return nil }
        return Breach(.dateTooFar, limit: today.days(until: last), actual: today.days(until: date))
    }
}
