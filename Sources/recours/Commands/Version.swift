// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// `recours version`.
struct Version: RecoursCommand {
    /// The program's version.
    static let number = "0.2.0"
    private static let protocolName = "recours/1"

    static let configuration = CommandConfiguration(
        abstract: "Print the version of this program.",
        discussion: """
            EXAMPLES
              recours version
              recours version --json
            """)

    private struct Report: Encodable {
        let version: String
        let `protocol`: String
    }

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        if options.json {
            try terminal.printJSON(Report(version: Version.number, protocol: Version.protocolName))
        } else {
            terminal.print(
                ServerSentence.version(Version.number, speaks: Version.protocolName).text)
        }
        return .done
    }
}
