// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours work`.
struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "Register works, so that their copies are known again.",
        subcommands: [Register.self, List.self, Show.self])

    /// `recours work register`.
    struct Register: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register a work: whose it is, by which right, and what it looks like.",
            discussion: """
                From a WorkDraft of Protos/recours/v1/claim.proto in JSON, from options, or both: \
                options complete the file. Of pictures only their hashes are sent. The same \
                command again finds the same work.

                EXAMPLES
                  recours work register lampe.json --picture lampe.jpg
                  recours work register --title "Lampe Papillon" --brand Papillon \\
                    --gtin 4006381333931 --picture lampe.jpg --right design --office EM \\
                    --number 002345678-0001 --original https://papillon.example/lampe \\
                    --owner-siret 73282932000074 --owner-name "Atelier Papillon" \\
                    --contact-name Marie --contact-email marie@papillon.example --good-faith
                """)

        @Argument(help: "File with the work, - for the standard input.", completion: .file())
        var file: String?

        @OptionGroup var work: WorkOptions
        @OptionGroup var options: GlobalOptions

        func validate() throws {
            if file == nil, work.title == nil {
                throw ValidationError(ClaimSentence.workNeeded.text)
            }
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let written = try file.map { path throws(CommandError) in
                try JSONText.file(WorkDraft.self, path)
            }
            let draft = try work.applied(to: written ?? WorkDraft()) {
                terminal.say(SafeText.line($0.text))
            }
            let key = try ContentKey.key(of: Array("recours work\0".utf8) + draft.serializedBytes())
            let client = try options.client()
            let answer = try await calling { () async throws(RecoursError) in
                try await client.claims.register(draft, key: key)
            }
            if options.json {
                try terminal.printJSON(answer.work)
            } else {
                terminal.print(
                    ClaimSentence.registered(
                        WorkView(work: answer.work).identifier, isRepeated: answer.alreadyThere
                    ).text)
            }
            return .done
        }
    }

    /// `recours work list`.
    struct List: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List your works, the newest first; a mediator sees all.",
            discussion: "EXAMPLES\n  recours work list")

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            let works = try await collected(client.claims.works())
            if options.json {
                try terminal.printJSON(works)
                return .done
            }
            var table = TextTable(WorkView.columns)
            works.forEach { table.add(WorkView(work: $0).row) }
            table.lines(width: terminal.width).forEach(terminal.print)
            return .done
        }
    }

    /// `recours work show`.
    struct Show: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a work: its owner, the right, the originals.",
            discussion: "EXAMPLES\n  recours work show 0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")

        @Argument(help: "Identifier of the work.")
        var work: String

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let identifier = try RecordReference.work(work)
            let client = try options.client()
            let found = try await calling { () async throws(RecoursError) in
                try await client.claims.work(id: identifier)
            }
            if options.json {
                try terminal.printJSON(found)
            } else {
                WorkView(work: found).lines(width: terminal.readingWidth).forEach(terminal.print)
            }
            return .done
        }
    }
}
