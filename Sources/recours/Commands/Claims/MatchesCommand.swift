// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursCrypto
internal import RecoursMessages

/// `recours matches`.
struct MatchesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matches",
        abstract: "Judge listings that look like copies of your works.",
        subcommands: [List.self, Review.self, Decide.self])

    /// `recours matches list`.
    struct List: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what waits for a person's verdict, the oldest first.",
            discussion: """
                EXAMPLES
                  recours matches list
                  recours matches list --claim 0190a1b2-… --json > matches.json
                """)

        @Option(help: "Only matches of this claim.")
        var claim: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let identifier = try claim.map(RecordReference.claim) ?? []
            let client = try options.client()
            if options.json {
                try terminal.printJSON(try await MatchQueue.load(client, claim: identifier))
                return .done
            }
            var table = TextTable(ListingView.matchColumns)
            try await forEach(of: client.claims.matches(claim: identifier)) { match in
                table.add(ListingView(found: match).matchRow)
            }
            if !table.rows.isEmpty { table.lines(width: terminal.width).forEach(terminal.print) }
            terminal.say(MatchSentence.waiting(table.rows.count).text)
            return .done
        }
    }

    /// `recours matches review`.
    struct Review: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a page that shows each match beside its original, to be judged.",
            discussion: """
                The page needs nothing else and loads nothing. It keeps verdicts in the browser \
                and gives them as a file for `recours matches decide`. Keys: j k c n u.

                --pictures: a directory with pictures called by the identifier of a work or of a \
                listing, or PLATFORM-NUMBER (wish-5f3a.jpg); more than one with -2, -3 behind \
                it. They are looked at here and put into the page. Without it there are none: \
                nothing is fetched from an address that somebody else wrote.

                EXAMPLES
                  recours matches review --html matches.html --pictures pictures/
                  recours matches review --from matches.json --html matches.html --lang en
                """)

        @Option(help: "File to make.", completion: .file())
        var html: String

        @Option(help: "Only matches of this claim.")
        var claim: String?

        @Option(help: "Directory with pictures of works and listings.", completion: .directory)
        var pictures: String?

        @Option(
            help: "Take the matches from this file, written by `matches list --json`.",
            completion: .file())
        var from: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let folder = try pictures.map { path throws(CommandError) in
                try PictureFolder(path)
            }
            let queue = try await queue()
            guard !queue.matches.isEmpty else {
                terminal.say(MatchSentence.pageOfNone.text)
                return .done
            }
            var included = 0
            let page = MatchPage(
                queue: queue, say: StatsLanguage(language), madeAtMs: Clock.milliseconds
            ) { names in
                let found = folder?.pictures(of: names) { sentence in
                    terminal.complain(SafeText.line(sentence.text))
                }
                included += found?.count ?? 0
                return found ?? []
            }
            let text: String
            do throws(CryptoError) {
                text = try page.html()
            } catch {
                throw CommandError(.failed, error)
            }
            try OutputFile(html, .create).write(text)
            terminal.say(StatsSentence.written(html, bytes: text.utf8.count).text)
            terminal.say(MatchSentence.waiting(queue.matches.count).text)
            if folder != nil { terminal.say(MatchSentence.pictureFiles(included).text) }
            return .done
        }

        /// A page is for people, also where JSON is asked for.
        private var language: Language {
            options.lang ?? Language(environment: GlobalOptions.environment)
        }

        private func queue() async throws(CommandError) -> MatchQueue {
            if let from { return try JSONText.file(MatchQueue.self, from) }
            let identifier = try claim.map(RecordReference.claim) ?? []
            return try await MatchQueue.load(try options.client(), claim: identifier)
        }
    }

    /// `recours matches decide`.
    struct Decide: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send verdicts: copies are reported, what is none is not shown again.",
            discussion: """
                The file is the page's, or JSON Lines of your own: \
                {"listingId":"0190a1b2-…","verdict":"COPY"} or "NO_COPY". Sent again, a verdict \
                changes nothing.

                EXAMPLES
                  recours matches decide verdicts.jsonl
                  recours matches decide verdicts.jsonl --dry-run
                """)

        @Argument(help: "File of verdicts, - for the standard input.", completion: .file())
        var file: String

        @Flag(name: [.short, .long], help: "Check the file and send nothing.")
        var dryRun = false

        @OptionGroup var options: GlobalOptions

        private static let ofOne: Set<StatusCode> = [
            .notFound, .failedPrecondition, .invalidArgument, .alreadyExists,
        ]

        private struct Row: Encodable {
            let line: Int
            let listingId: String
            let verdict: String
            /// `DONE`, or the refusal's code.
            let outcome: String
            var message = ""
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let verdicts = try VerdictFile.read(file)
            let copies = verdicts.count { $0.verdict.verdict == .copy }
            if dryRun {
                terminal.print(
                    MatchSentence.checked(copies: copies, others: verdicts.count - copies).text)
                return .done
            }
            let client = try options.client()
            var done = (copies: 0, others: 0)
            for (line, verdict) in verdicts {
                var refusal: RecoursError?
                do throws(RecoursError) {
                    _ = try await client.claims.review(verdict.listingID, as: verdict.verdict)
                    if verdict.verdict == .copy { done.copies += 1 } else { done.others += 1 }
                } catch {
                    // One that was judged otherwise, or is gone, is no reason to leave the others.
                    guard Self.ofOne.contains(error.code) else { throw CommandError(error) }
                    refusal = error
                }
                try show(line, verdict, refusal, terminal)
            }
            let refused = verdicts.count - done.copies - done.others
            terminal.say(
                MatchSentence.decided(
                    copies: done.copies, others: done.others, refused: refused
                ).text)
            return .ofItems(taken: done.copies + done.others, refused: refused)
        }

        private func show(
            _ line: Int, _ verdict: ReviewMatchRequest, _ refusal: RecoursError?,
            _ terminal: Terminal
        ) throws(CommandError) {
            let identifier = CaseReference.text(of: verdict.listingID)
            if options.json {
                let code = refusal.map { $0.code.name ?? "\($0.code.rawValue)" }
                try terminal.printJSONLine(
                    Row(
                        line: line, listingId: identifier, verdict: verdict.verdict.name ?? "",
                        outcome: code ?? "DONE", message: refusal?.message ?? ""))
            } else if let refusal {
                let why = SafeText.line(CommandError(refusal).message)
                terminal.print(MatchSentence.refused(line: line, identifier, why: why).text)
            } else {
                terminal.print(
                    MatchSentence.verdict(line: line, identifier, verdict.verdict).text)
            }
        }
    }
}
