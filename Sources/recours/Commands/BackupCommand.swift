// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours backup`.
struct BackupCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Have the server make a backup while it serves; for the operator.",
        discussion: """
            The backup is made on the server's disk, in the directory that its setting \
            backup.directory names, and goes on if this command is stopped. It is whole once it \
            has its name without .partial; copy it to another machine, encrypted. recoursd verify \
            and recoursd restore take it from there.

            EXAMPLES
              recours backup
              recours backup --json
            """)

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let client = try options.client()
        let showsProgress = terminal.errorIsTerminal && !options.json
        let made = try await calling { () async throws(RecoursError) in
            try await client.operator.backUp { message in
                guard showsProgress else { return }
                let share = message.total == 0 ? 1 : Double(message.done) / Double(message.total)
                terminal.progress(
                    Progress.bar(share, width: 24) + " "
                        + OperatorSentence.backupStage(message.stage).text)
            }
        }
        if showsProgress { terminal.progress("") }
        if options.json {
            try terminal.printJSON(made)
        } else {
            terminal.print(SafeText.line(OperatorSentence.backupMade(made).text))
        }
        return .done
    }
}
