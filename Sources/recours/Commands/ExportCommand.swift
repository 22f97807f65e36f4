// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours export`.
struct ExportCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all that is stored of one firm, as the firm may see it.",
        discussion: """
            For the operator; an association with a mandate of the firm, and the firm itself, \
            get what they filed. One JSON document a line, in the protocol's names: mandates, \
            then each case followed by its events and what is known of its files, and in the end \
            what must have arrived.

            EXAMPLES
              recours export --siren 831983333 --out firm.jsonl
            """)

    @Option(help: "The firm's SIREN, 9 digits.")
    var siren: String

    @Option(help: "The file to make; nothing is overwritten.", completion: .file())
    var out: String

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let client = try options.client()
        // It is all of somebody's data: for its owner's eyes alone.
        let file = try OutputFile(out, .create, isSecret: true)
        let showsProgress = terminal.errorIsTerminal
        var cases = 0
        var failure: CommandError?
        let summary: ExportSummary
        do throws(RecoursError) {
            summary = try await client.exports.firm(siren: siren) { item throws(RecoursError) in
                do throws(CommandError) {
                    try file.write(Terminal.json(item, pretty: false) + "\n")
                } catch {
                    failure = error
                    throw RecoursError(code: .cancelled, message: error.message)
                }
                guard case .caseFile? = item.item else { return }
                cases += 1
                guard showsProgress else { return }
                terminal.progress(
                    RetentionSentence.exporting(cases: Progress.grouped(cases)).text)
            }
        } catch {
            throw failure ?? CommandError(error)
        }
        try file.write(
            Terminal.json(ExportItem(item: .summary(summary)), pretty: false) + "\n")
        if showsProgress { terminal.say("") }
        if options.json {
            try terminal.printJSON(summary)
        } else {
            terminal.say(SafeText.line(RetentionSentence.exported(path: out, summary).text))
        }
        return .done
    }
}
