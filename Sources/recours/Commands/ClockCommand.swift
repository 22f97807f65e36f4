// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursCases
internal import RecoursClient
internal import RecoursMessages

/// `recours clock`.
struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "See the server's time, and move that of a sandbox; for the operator.",
        subcommands: [Show.self, Advance.self])

    /// `recours clock show`.
    struct Show: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the time that is recorded, and when a case's clock next runs out.",
            discussion: """
                Exits 75 if the machine's clock has leapt and is not followed.

                EXAMPLES
                  recours clock show
                  recours clock show --json
                """)

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            let clock = try await calling { () async throws(RecoursError) in
                try await client.operator.clock()
            }
            if options.json {
                try terminal.printJSON(clock)
            } else {
                let none = OperatorSentence.none.text
                let isSandbox: OperatorSentence = clock.sandbox ? .yes : .no
                let values: [(Heading, String)] = [
                    (.serverTime, Clock.text(clock.nowMs)),
                    (.machineTime, Clock.text(clock.machineMs)),
                    (.nextAlarm, clock.nextAlarmMs == 0 ? none : Clock.text(clock.nextAlarmMs)),
                    (.sandbox, isSandbox.text),
                ]
                for (label, value) in values {
                    terminal.print(DisplayWidth.fitted(label.text, to: 9) + value)
                }
                if clock.held { terminal.print(OperatorSentence.clockHeld.text) }
            }
            return clock.held ? .temporary : .done
        }
    }

    /// `recours clock advance`.
    struct Advance: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move a sandbox's time ahead, as if it had passed.",
            discussion: """
                Reminders and deadlines on the way are acted on, each at its own time. A day given \
                with --to is reached at its first moment in Paris.

                EXAMPLES
                  recours clock advance 15d
                  recours clock advance --to 2026-12-24
                """)

        @Argument(help: "How long: 90m, 12h, 15d.")
        var span: TimeSpan?

        @Option(help: "To which day instead.")
        var to: String?

        @OptionGroup var options: GlobalOptions

        func validate() throws {
            guard (span == nil) != (to == nil) else {
                throw ValidationError(OptionSentence.spanOrDay.text)
            }
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            var target: Int64?
            if let to { target = try ClockCommand.firstMoment(of: to) }
            let client = try options.client()
            let span = span?.duration ?? .zero
            let moved = try await calling { [target] () async throws(RecoursError) in
                if let target {
                    return try await client.operator.advanceClock(toMilliseconds: target)
                }
                return try await client.operator.advanceClock(by: span)
            }
            if options.json {
                try terminal.printJSON(moved)
            } else {
                let now = Clock.text(moved.nowMs)
                terminal.print(OperatorSentence.clockMoved(to: now, acted: moved.acted).text)
            }
            return .done
        }
    }

    /// The first millisecond of a day in Paris, which is one hour or two ahead of UTC.
    static func firstMoment(of text: String) throws(CommandError) -> Int64 {
        guard let date = CalendarDate(iso: try CommandDate.iso(text)) else {
            throw CommandError(
                .usage, ValueSentence.isNo(text, noun: .date), remedy: ValueSentence.dateForm)
        }
        let midnight = Int64(date.dayNumber) * 86_400_000
        let summer = midnight - 7_200_000
        let isSummer = Instant(millisecondsSince1970: summer).dateInParis == date
        return isSummer ? summer : midnight - 3_600_000
    }
}
