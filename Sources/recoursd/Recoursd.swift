// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// `recoursd`: the server's main. Configuration and lifecycle only.
@main
struct Recoursd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recoursd",
        abstract: "Serves Recours: cases, answers and mediation over TLS.",
        subcommands: [
            InitCommand.self, ServeCommand.self, BackupCommand.self, VerifyCommand.self,
            RestoreCommand.self, StoreToolCommand.self,
        ])
}
