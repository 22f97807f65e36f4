// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// `recoursd store`: what is done to a store while nobody serves it.
struct StoreToolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "What is done to a store while nobody serves it.",
        subcommands: [CopyCommand.self, RestoredCommand.self])
}
