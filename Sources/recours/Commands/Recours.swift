// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// `recours`: files, follows and answers cases from a terminal.
@main
struct Recours: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recours",
        abstract: "Files, follows and answers cases between firms and platforms.",
        subcommands: [BulkCommand.self, Version.self])
}
