// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

extension ClaimCommand {
    /// `recours claim add`.
    struct Add: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report the copies of a file under a claim, 1,000 a call.",
            discussion: """
                CSV or JSON Lines (`ListingToAdd`). The file is read first; what cannot be read is \
                told by line and column, and nothing is sent. Each listing has its own result, in \
                FILE.results.ndjson or --results. Sent again, a listing is known: nothing is \
                reported twice.

                Columns, by English or French names, in any order:
                  \(ListingColumn.ofReports.map(\.name).joined(separator: " "))
                first_seen is 2018-11-30, 30/11/2018 15:05 (in Paris) or 2018-11-30T14:05:09Z; \
                prices are 1 234,56, in euros unless there is a currency.

                EXAMPLES
                  recours claim add 0190a1b2-… copies.csv
                  crawler | recours claim add 0190a1b2-… - --results copies.results.csv
                """)

        @Argument(help: "Identifier of the claim.")
        var claim: String

        @Argument(help: "File of listings, - for the standard input.", completion: .file())
        var file: String

        @OptionGroup var source: ItemFileOptions
        @OptionGroup var options: GlobalOptions

        func validate() throws {
            if file == "-", source.results == nil {
                throw ValidationError(OptionSentence.resultsNeeded.text)
            }
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let identifier = try RecordReference.claim(claim)
            let spool = file == "-" ? try Spool() : nil
            let listings = try ItemFile<ListingColumn, ListingToAdd>(
                spool?.path ?? file, name: file, format: source.format,
                columns: ListingColumn.ofReports, required: [.platform, .listing]
            ) { ListingToAdd(&$0) }
            let client = try options.client()
            let path = source.results ?? "\(file).results.ndjson"
            let tally = try await ItemRun(
                source: listings, resultsPath: path, skipsInvalid: source.skipInvalid,
                terminal: terminal,
                send: { items async throws(RecoursError) in
                    try await client.claims.add(items, to: identifier)
                },
                result: { ItemResult($0, line: $1, $2) }
            ).perform()
            return tally.end(good: [.created, .exists, .reappeared], terminal) {
                .outcomes($0, unread: tally.unread, results: path)
            }
        }
    }

    /// `recours claim listings`.
    struct Listings: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the listings of a claim, or of all your claims.",
            discussion: """
                Matches that wait for a person are in `recours matches list`.

                EXAMPLES
                  recours claim listings 0190a1b2-… --state reappeared
                  recours claim listings --platform wish --ndjson > wish.ndjson
                """)

        @Argument(help: "Identifier of the claim; none: of all.")
        var claim: String?

        @Option(help: "Only in this state: reported, removed, refused, …; may be repeated.")
        var state: [String] = []

        @Option(help: "Only on this platform.")
        var platform = ""

        @Flag(help: "Write one JSON object a line, as they come.")
        var ndjson = false

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            var states: [ListingState] = []
            for text in state { states.append(try value(text, Labels.listings, .state)) }
            let identifier = try claim.map(RecordReference.claim) ?? []
            let client = try options.client()
            let pages = client.claims.listings(
                claim: identifier, platform: platform.lowercased(), states: states)
            var table = TextTable(ListingView.columns)
            var found: [ClaimListing] = []
            try await forEach(of: pages) { listing throws(CommandError) in
                if ndjson {
                    try terminal.printJSONLine(listing)
                } else if options.json {
                    found.append(listing)
                } else {
                    table.add(ListingView(found: listing).row)
                }
            }
            if ndjson { return .done }
            if options.json {
                try terminal.printJSON(found)
                return .done
            }
            if !table.rows.isEmpty { table.lines(width: terminal.width).forEach(terminal.print) }
            terminal.say(ClaimSentence.lines(table.rows.count).text)
            return .done
        }
    }

    /// `recours claim figures`.
    struct Figures: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "How many copies were reported and went, and how fast, by platform.",
            discussion: """
                A holder sees its own claims, a platform what was reported to it. Times are \
                medians, from first seen to first reported, and from there to first removed. \
                Before the claim: how fast the same platform took down what the holder's own \
                cases were about, filed one by one until the claim was opened; unknown with \
                fewer than five removals before, or since. Each copy reported is a call saved.

                EXAMPLES
                  recours claim figures
                  recours claim figures 0190a1b2-… --platform wish --json
                """)

        @Argument(help: "Identifier of the claim; none: of all.")
        var claim: String?

        @Option(help: "Only on this platform.")
        var platform = ""

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let identifier = try claim.map(RecordReference.claim) ?? []
            let client = try options.client()
            let answer = try await calling { () async throws(RecoursError) in
                try await client.claims.figures(
                    claim: identifier, platform: platform.lowercased())
            }
            if options.json {
                try terminal.printJSON(answer)
                return .done
            }
            var table = TextTable(ClaimFiguresTable.columns)
            answer.lines.forEach { table.add(ClaimFiguresTable.row($0)) }
            table.lines(width: terminal.width).forEach(terminal.print)
            let calls = answer.lines.reduce(0) { $0 &+ $1.reported }
            if calls > 0 { terminal.say(ClaimSentence.callsSaved(calls).text) }
            if answer.truncated { terminal.say(ClaimSentence.truncated.text) }
            return .done
        }
    }
}
