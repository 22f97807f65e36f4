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
              recours list --size micro --activity 32
              recours list --updated-since 2018-11-30 --ndjson
            """)

    @Option(help: "Only cases of this firm: 9 digits.")
    var siren: String?

    @Option(help: "Only cases about this platform.")
    var platform: String?

    @Option(help: "Only cases in this state; may be repeated. English or French names.")
    var state: [String] = []

    @Option(help: "Only cases of this category; may be repeated. English or French names.")
    var category: [String] = []

    @OptionGroup var complainant: ComplainantArguments

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
        // A slip in the options is told before a server is asked for anything.
        _ = try filter(Clock.now)
        var categories: [RecoursMessages.CaseCategory] = []
        for text in category { categories.append(try value(text, Labels.categories, .category)) }
        let client = try options.client()
        let viewer = try await options.viewer(client)
        let list = client.cases.list(try filter(Clock.now))
        try await CaseListing(list, for: viewer, categories: categories, limit: limit)
            .show(terminal, asLines: ndjson)
        return .done
    }

    private func filter(_ now: Instant) throws(CommandError) -> CaseFilter {
        var states: [RecoursMessages.CaseState] = []
        for text in state { states.append(try value(text, Labels.states, .state)) }
        return CaseFilter(
            siren: siren.map { String($0.filter { !$0.isWhitespace }) }, platformID: platform,
            states: states,
            dueBeforeMs: dueWithin.map {
                now.millisecondsSince1970.addingClamped($0.milliseconds)
            },
            updatedSinceMs: try since(now), sizes: try complainant.knownSizes(),
            nafCode: try complainant.nafCode())
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
            .usage, ValueSentence.noDateOrSpan(updatedSince), remedy: ValueSentence.dateOrSpanForm)
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
