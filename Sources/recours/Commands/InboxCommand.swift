// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursCrypto
internal import RecoursMessages

/// `recours inbox`.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "Read what came: cases for a platform, changes for an association.",
        subcommands: [Pull.self, Watch.self])

    /// Where reading goes on.
    struct Place: ParsableArguments {
        @Option(help: ArgumentHelp("Go on after this place, in hexadecimal.", valueName: "cursor"))
        var after: String?

        @Option(
            help: "Keep the place in this file: read at the start, written after each page.",
            completion: .file())
        var stateFile: String?

        func cursor() throws(CommandError) -> [UInt8] {
            if let after { return try Place.bytes(after) }
            guard let stateFile,
                let bytes = try? InputFile.contents(stateFile, atMost: 8192)
            else { return [] }
            return try Place.bytes(Trimming.trimmed(String(decoding: bytes, as: UTF8.self)))
        }

        /// Written only once the entries are printed: a crash repeats entries and loses none.
        func keep(_ cursor: [UInt8]) throws(CommandError) {
            guard let stateFile else { return }
            try OutputFile.replaceWhole(stateFile, Hexadecimal.text(of: cursor) + "\n")
        }

        private static func bytes(_ text: String) throws(CommandError) -> [UInt8] {
            guard let bytes = Hexadecimal.bytes(of: text) else {
                throw CommandError(
                    .usage, ValueSentence.cursorForm, remedy: ValueSentence.cursorSource)
            }
            return bytes
        }
    }

    /// `recours inbox pull`.
    struct Pull: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print one page of what came after a place.",
            discussion: """
                Prints the cursor to go on from at the end (on the standard error, or in the JSON).

                EXAMPLES
                  recours inbox pull
                  recours inbox pull --after 0a1b2c --wait 20s --json
                  recours inbox pull --state-file inbox.cursor
                """)

        @OptionGroup var place: Place

        @Option(help: "How long to wait if nothing is there: up to 30s.")
        var wait: TimeSpan?

        @Option(help: "How many entries at most: 1 to 1,000.")
        var limit: UInt32 = 100

        @OptionGroup var options: GlobalOptions

        private struct Report: Encodable {
            let entries: [InboxEntry]
            let cursor: String
            let more: Bool
            let damaged: UInt32
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let cursor = try place.cursor()
            let client = try options.client()
            let viewer = try await options.viewer(client)
            let page = try await calling { () async throws(RecoursError) in
                try await client.inbox.pull(
                    after: cursor, max: limit, wait: wait?.duration ?? .zero)
            }
            let next = Hexadecimal.text(of: page.cursor)
            if options.json {
                try terminal.printJSON(
                    Report(
                        entries: page.entries, cursor: next, more: page.more,
                        damaged: page.damaged))
            } else {
                var table = TextTable(InboxCommand.columns)
                page.entries.forEach { table.add(InboxCommand.row($0, for: viewer)) }
                if !page.entries.isEmpty {
                    table.lines(width: terminal.width).forEach(terminal.print)
                }
                terminal.say(CommandSentence.page(page.entries.count, cursor: next).text)
            }
            InboxCommand.tell(page.damaged, terminal)
            try place.keep(page.cursor)
            return .done
        }
    }

    /// `recours inbox watch`.
    struct Watch: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print entries as they come, until Ctrl-C.",
            discussion: """
                With --json, an entry a line. Broken connections are remade.

                EXAMPLES
                  recours inbox watch
                  recours inbox watch --json --state-file inbox.cursor | my-program
                """)

        @OptionGroup var place: Place
        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            var cursor = try place.cursor()
            let client = try options.client()
            let viewer = try await options.viewer(client)
            while true {
                let page: PullCasesResponse
                do throws(RecoursError) {
                    page = try await client.inbox.pull(after: cursor, wait: .seconds(20))
                } catch {
                    // It runs for days; a server that restarts is waited for.
                    guard error.isRetryable else { throw CommandError(error) }
                    terminal.say(
                        CommandSentence.tryingAgain(SafeText.line(CommandError(error).message)).text
                    )
                    try? await Task.sleep(for: error.retryAfter ?? .seconds(2))
                    continue
                }
                for entry in page.entries {
                    if options.json {
                        try terminal.printJSONLine(entry)
                    } else {
                        let cells = InboxCommand.row(entry, for: viewer)
                        terminal.print(cells.map(SafeText.line).joined(separator: "  "))
                    }
                }
                InboxCommand.tell(page.damaged, terminal)
                cursor = page.cursor
                if page.damaged > 0 || !page.entries.isEmpty { try place.keep(cursor) }
            }
        }
    }

    /// Says that something was left out, if so.
    static func tell(_ damaged: UInt32, _ terminal: Terminal) {
        if damaged > 0 { terminal.complain(ServerSentence.leftOut(Int(damaged)).text) }
    }

    static var columns: [TextTable.Column] {
        [
            .init(title: Heading.number.text), .init(title: Heading.what.text, isFlexible: true),
            .init(title: Heading.state.text), .init(title: Heading.left.text, isRight: true),
            .init(title: Heading.category.text, isFlexible: true, isOptional: true),
            .init(title: Heading.title.text, isFlexible: true, isOptional: true),
        ]
    }

    static func row(_ entry: InboxEntry, for viewer: Viewer) -> [String] {
        let message = entry.caseFile ?? Case()
        let next = NextStepText(message, for: viewer, now: Clock.now)
        return [
            message.publicNumber, Labels.events.name(of: entry.kind),
            Labels.states.name(of: message.state), next.timeLeft,
            Labels.categories.name(of: message.draft?.category ?? .unspecified),
            message.draft?.title ?? "",
        ]
    }
}
