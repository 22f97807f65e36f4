// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Testing

@testable import recours

@Suite("Global options may stand before or behind the command")
struct ArgumentOrderTests {
    @Test(
        "What stands before the command is moved behind it",
        arguments: [
            ("-p d ping", "ping -p d"),
            ("--json --profile=d list --limit 3", "list --limit 3 --json --profile=d"),
            ("ping -p d", "ping -p d"), ("-q refuse -- -x", "refuse -q -- -x"),
            ("--help", "--help"),
            ("-p", "-p"), ("--json", "--json"),
            ("-p d partner add --kind x", "partner add --kind x -p d"),
        ])
    func moved(written: String, expected: String) {
        let words = written.split(separator: " ").map(String.init)
        #expect(ArgumentOrder.commandFirst(words).joined(separator: " ") == expected)
    }

    @Test("Every command takes every global option before it", arguments: Self.options)
    func everyOption(option: [String]) throws {
        let command = try Recours.parseAsRoot(ArgumentOrder.commandFirst(option + ["ping"]))
        #expect(command is PingCommand)
    }

    private static let options =
        ArgumentOrder.flags.sorted().map { [$0] }
        + ArgumentOrder.valued.sorted().map { [$0, sample[$0] ?? "x"] }

    /// What options take that do not take any text.
    private static let sample = ["--timeout": "10s", "--lang": "fr"]

    @Test("Every command has an explanation with examples, and its options are sound")
    func help() {
        for command in Recours.configuration.subcommands {
            let leaves = command.configuration.subcommands
            for leaf in leaves.isEmpty ? [command] : leaves {
                let name = leaf._commandName
                #expect(!leaf.configuration.abstract.isEmpty, "\(name)")
                let hasExamples = leaf.configuration.discussion.contains("EXAMPLES")
                #expect(hasExamples || leaf == ExitCodesCommand.self, "\(name)")
                #expect(!leaf.helpMessage().isEmpty)
            }
        }
    }
}
