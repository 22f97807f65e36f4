// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// `recours`: files, follows and answers cases from a terminal.
@main
struct Recours: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "recours")
}
