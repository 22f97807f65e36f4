// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursServer

extension Notification {
    /// What the operator's command gets: one object on one line. Names never change, and more may
    /// come.
    var json: String {
        let text = JSONValue.quoted
        let members: [(String, String)] = [
            ("id", text(identifier)),
            ("kind", text(kind.rawValue)),
            (
                "recipient",
                Self.object([
                    ("kind", text(recipient.kind)), ("slug", text(recipient.slug)),
                    ("name", text(name)),
                ])
            ),
            ("case_number", text(caseNumber)),
            ("state", text(state)),
            ("deadline", deadline.map(text) ?? "null"),
            ("stage", stage.map(text) ?? "null"),
            ("due_at", dueAtMilliseconds.map { text(Self.time($0)) } ?? "null"),
            ("at", text(Self.time(atMilliseconds))),
            ("text_fr", text(textFrench)),
            ("text_en", text(textEnglish)),
        ]
        return Self.object(members)
    }

    private static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\(JSONValue.quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
    }

    /// RFC 3339 in UTC, to the second.
    private static func time(_ milliseconds: Int64) -> String {
        let seconds = (milliseconds >= 0 ? milliseconds : milliseconds - 999) / 1_000
        let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let rest = seconds - day * 86_400
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + "\(number)" }
        let date = CalendarDate(clampingDayNumber: day)
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map(two).joined(separator: ":")
        return "\(date)T\(clock)Z"
    }
}
