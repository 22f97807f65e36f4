// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient

/// `recours feed`.
struct FeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Show the server listings as they are seen; copies are known and reported.",
        subcommands: [Observe.self])

    /// `recours feed observe`.
    struct Observe: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hold the listings of a file against all works with claims.",
            discussion: """
                CSV or JSON Lines (`ListingSnapshot`), from a file or without end from the \
                standard input. A platform may leave its own name out. What is like no work is not \
                stored. A line that cannot be read is told and passed over. Printed is what was \
                reported, what is there again, and what waits for a person.

                Columns, by English or French names, in any order:
                  \(ListingColumn.allCases.map(\.name).joined(separator: " "))
                pictures are names of files beside the list, with | between; their hashes are \
                computed here and nothing else of them is sent.

                EXAMPLES
                  recours feed observe seen.csv
                  crawler | recours feed observe - --format ndjson --results seen.ndjson
                """)

        @Argument(help: "File of listings, - for the standard input.", completion: .file())
        var file: String

        @Option(
            help: "How the file is written: csv or ndjson. Otherwise seen by its name or content.")
        var format: CaseFormat?

        @Option(
            help: "Where results go; by default FILE.results.ndjson, and nowhere for -.",
            completion: .file())
        var results: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let source = try SnapshotLines.source(file, format: format)
            let path = results ?? (file == "-" ? nil : "\(file).results.ndjson")
            let client = try options.client {
                // A stream without end outlives a server's restart.
                $0.readiness = .wait(atMost: .seconds(60))
            }
            return try await FeedRun(
                source: source, resultsPath: path, client: client, terminal: terminal
            ).perform()
        }
    }
}
