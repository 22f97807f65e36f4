// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours draft`.
struct DraftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Keep cases that are not ready to be filed; nobody else sees them.",
        subcommands: [Save.self, Change.self, FileIt.self, List.self])

    /// `recours draft save`.
    struct Save: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep a case, complete or not; erased after 30 idle days.",
            discussion: """
                EXAMPLES
                  recours draft save case.json
                """)

        @Argument(help: "File with the case in JSON, - for the standard input.")
        var file = "-"

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let draft = try JSONText.file(CaseDraft.self, file)
            let client = try options.client()
            let saved = try await calling { () async throws(RecoursError) in
                try await client.cases.saveDraft(draft)
            }
            if options.json {
                try terminal.printJSON(saved)
            } else {
                let number = SafeText.line(saved.publicNumber)
                terminal.print(CommandSentence.draftSaved(number: number).text)
            }
            return .done
        }
    }

    /// `recours draft change`.
    struct Change: ActionCommand {
        static let configuration = CommandConfiguration(
            abstract: "Replace a draft by another.",
            discussion: """
                EXAMPLES
                  recours draft change RC-1234-5678-90-6 --file case.json
                """)

        @OptionGroup var target: CaseArguments

        @Option(help: "File with the case in JSON, - for the standard input.", completion: .file())
        var file: String

        @OptionGroup var options: GlobalOptions

        func action() throws(CommandError) -> Action.Kind {
            .changeDraft(try JSONText.file(CaseDraft.self, file))
        }
    }

    /// `recours draft file`.
    struct FileIt: ActionCommand {
        static let configuration = CommandConfiguration(
            commandName: "file",
            abstract: "File a draft; from then on it is a case.",
            discussion: """
                EXAMPLES
                  recours draft file RC-1234-5678-90-6
                """)

        @OptionGroup var target: CaseArguments
        @OptionGroup var options: GlobalOptions

        func action() throws(CommandError) -> Action.Kind { .file(RecoursMessages.FileDraft()) }
    }

    /// `recours draft list`.
    struct List: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List drafts, newest first.",
            discussion: "EXAMPLES\n  recours draft list")

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            let viewer = try await options.viewer(client)
            let list = client.cases.list(CaseFilter(states: [.draft]))
            try await CaseListing(list, for: viewer).show(terminal)
            return .done
        }
    }
}
