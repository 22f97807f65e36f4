// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursCases
internal import RecoursClient
internal import RecoursMessages

/// `recours list`.
struct ListCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List cases, newest first.",
        discussion: """
            EXAMPLES
              recours list --limit 20
              recours list --state answered --state in_mediation
              recours list --platform amazon --due-within 3d
              recours list --updated-since 2018-11-30 --ndjson
            """)

    @Option(help: "Only cases of this firm: 9 digits.")
    var siren: String?

    @Option(help: "Only cases about this platform.")
    var platform: String?

    @Option(help: "Only cases in this state; may be repeated. English or French names.")
    var state: [String] = []

    @Option(help: ArgumentHelp("Only cases with a clock that runs out so soon.", valueName: "3d"))
    var dueWithin: TimeSpan?

    @Option(help: "Only cases changed since: a date, or a span such as 2h.")
    var updatedSince: String?

    @Option(help: "How many at most.")
    var limit: Int?

    @Flag(help: "Write a JSON object a line, as they come.")
    var ndjson = false

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let now = Clock.now
        let filter = try filter(now)
        let client = try options.client()
        var list = client.cases.list(filter)
        if let limit { list.pageSize = UInt32(clamping: min(max(limit, 1), 1000)) }
        var table = TextTable(CaseView.columns)
        var found: [Case] = []
        var count = 0
        var iterator = list.makeAsyncIterator()
        while count < limit ?? .max {
            let next: Case?
            do throws(RecoursError) {
                next = try await iterator.next(isolation: nil)
            } catch { throw CommandError(error) }
            guard let message = next else { break }
            count += 1
            if ndjson {
                try terminal.printJSONLine(message)
            } else if options.json {
                found.append(message)
            } else {
                table.add(CaseView(message: message, now: now).row)
            }
        }
        if options.json, !ndjson {
            try terminal.printJSON(found)
        } else if !ndjson {
            if count > 0 { table.lines(width: terminal.width).forEach(terminal.print) }
            terminal.say("\(Progress.grouped(count)) cases")
        }
        return .done
    }

    private func filter(_ now: Instant) throws(CommandError) -> CaseFilter {
        var states: [RecoursMessages.CaseState] = []
        for text in state {
            guard let value = Labels.states.value(of: text) else {
                throw CommandError(
                    .usage, "`\(text)` is no state", remedy: Labels.states.advice(for: text))
            }
            states.append(value)
        }
        return CaseFilter(
            siren: siren.map { String($0.filter { !$0.isWhitespace }) }, platformID: platform,
            states: states,
            dueBeforeMs: dueWithin.map {
                now.millisecondsSince1970.addingClamped($0.milliseconds)
            },
            updatedSinceMs: try since(now))
    }

    private func since(_ now: Instant) throws(CommandError) -> Int64? {
        guard let updatedSince else { return nil }
        if let span = TimeSpan(argument: updatedSince) {
            return now.millisecondsSince1970.addingClamped(-span.milliseconds)
        }
        if let date = try? WrittenDate.date(updatedSince) {
            // Midnight UTC comes after midnight in Paris; the hours before belong to that day
            // there.
            return Int64(date.dayNumber) * 86_400_000 - 2 * 3_600_000
        }
        throw CommandError(
            .usage, "`\(updatedSince)` is neither a date nor a span",
            remedy: "Write 2018-11-30, 30/11/2018 or 2h.")
    }
}

extension Int64 {
    /// The sum, or the nearest end of the range.
    fileprivate func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return sum }
        return other < 0 ? .min : .max
    }
}
