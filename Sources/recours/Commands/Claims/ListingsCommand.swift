// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursCrypto
internal import RecoursMessages

/// `recours listings`.
struct ListingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listings",
        abstract: "Read the copies reported to your platform, and answer them.",
        subcommands: [Pull.self, Answer.self])

    /// `recours listings pull`.
    struct Pull: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print what was reported to your platform after a place.",
            discussion: """
                With --csv, a sheet to be filled in and sent with `recours listings answer`; with \
                --json, a page a line, with the works that its listings copy. The cursor to go on \
                from is printed at the end (on the standard error, or in the JSON).

                EXAMPLES
                  recours listings pull
                  recours listings pull --csv --state-file listings.cursor > sheet.csv
                  recours listings pull --follow --json --state-file listings.cursor | my-program
                """)

        @OptionGroup var place: InboxCommand.Place

        @Flag(help: "Go on until Ctrl-C.")
        var follow = false

        @Option(help: "With --follow: how often to ask again at least, whatever comes; up to 20s.")
        var every: TimeSpan?

        @Flag(help: "Write a sheet for answers.")
        var csv = false

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            var cursor = try place.cursor()
            let client = try options.client()
            if csv { terminal.print(CSVText.line(ReplySheet.titles)) }
            var count = 0
            let interval: Duration? = follow ? every?.duration ?? .seconds(20) : nil
            var pages = client.claims.reports(after: cursor, askingEvery: interval)
                .makeAsyncIterator()
            while true {
                let page: PullListingsResponse?
                do throws(RecoursError) {
                    page = try await pages.next(isolation: nil)
                } catch {
                    // It runs for days; a server that restarts is waited for.
                    guard follow, error.isRetryable else { throw CommandError(error) }
                    terminal.say(
                        CommandSentence.tryingAgain(SafeText.line(CommandError(error).message)).text
                    )
                    try? await Task.sleep(for: error.retryAfter ?? .seconds(2))
                    continue
                }
                guard let page else { break }
                try show(page, terminal)
                cursor = page.cursor
                count += page.listings.count
                try place.keep(cursor)
            }
            terminal.say(
                CommandSentence.page(count, cursor: Hexadecimal.text(of: cursor)).text)
            return .done
        }

        private func show(
            _ page: PullListingsResponse, _ terminal: Terminal
        ) throws(CommandError) {
            if options.json {
                try terminal.printJSONLine(page)
                return
            }
            let works = Dictionary(page.works.map { ($0.id, $0) }) { first, _ in first }
            if csv {
                for found in page.listings {
                    let line = CSVText.line(ReplySheet.cells(found, works[found.workID]))
                    // A file gets texts as they are; nobody in front of it is commanded by them.
                    terminal.print(terminal.width == nil ? line : SafeText.line(line))
                }
                return
            }
            var table = TextTable(ListingView.columns)
            page.listings.forEach { table.add(ListingView(found: $0).row) }
            table.lines(width: terminal.width).forEach(terminal.print)
        }
    }

    /// `recours listings answer`.
    struct Answer: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer listings reported to your platform, from a file; 1,000 a call.",
            discussion: """
                CSV, as `recours listings pull --csv` writes it, or JSON Lines (`ListingReply`). \
                Lines without an answer are left for later. The file is read first; what cannot be \
                read is told by line and column, and nothing is sent.

                Columns, by English or French names: listing answer stay_down reason text version
                Answers: UNDER_REVIEW, REMOVED (stay_down: it stays away), REFUSED, with a reason \
                and a text. Reasons: \
                \(ListingRefusalReason.names.dropFirst().joined(separator: ", ")).

                EXAMPLES
                  recours listings answer sheet.csv
                """)

        @Argument(help: "File of answers, - for the standard input.", completion: .file())
        var file: String

        @OptionGroup var source: ItemFileOptions
        @OptionGroup var options: GlobalOptions

        func validate() throws {
            if file == "-", source.results == nil {
                throw ValidationError(OptionSentence.resultsNeeded.text)
            }
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let spool = file == "-" ? try Spool() : nil
            let replies = try ItemFile<ReplyColumn, ListingReply>(
                spool?.path ?? file, name: file, format: source.format,
                columns: ReplyColumn.allCases, required: ReplyColumn.required
            ) { ListingReply(&$0) }
            let client = try options.client()
            let path = source.results ?? "\(file).results.ndjson"
            let tally = try await ItemRun(
                source: replies, resultsPath: path, skipsInvalid: source.skipInvalid,
                terminal: terminal,
                isBlank: { $0.kind == .unspecified && $0.refusal == nil && !$0.stayDown },
                send: { items async throws(RecoursError) in
                    try await client.claims.answer(items)
                },
                result: { ItemResult($0, line: $1, $2) }
            ).perform()
            return tally.end(good: [.ok, .exists], terminal) {
                .replies($0, unread: tally.unread, results: path)
            }
        }
    }
}
