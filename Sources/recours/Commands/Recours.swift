// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// `recours`: files, follows and answers cases from a terminal.
@main
struct Recours: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recours",
        abstract: "Files, follows and answers cases between firms and platforms.",
        subcommands: [
            SubmitCommand.self, BulkCommand.self, StatusCommand.self, ListCommand.self,
            StatsCommand.self,
            AcceptCommand.self, RefuseCommand.self, WithdrawCommand.self,
            InboxCommand.self, AckCommand.self, RespondCommand.self, PingCommand.self,
            HealthCommand.self, DoctorCommand.self, PartnerCommand.self, CertificateCommand.self,
            MandateCommand.self, ProfileCommand.self, ReceiptCommand.self, ClockCommand.self,
            CompletionCommand.self,
            ExitCodesCommand.self, Version.self,
        ])

    static func main() async {
        await main(ArgumentOrder.commandFirst(Array(CommandLine.arguments.dropFirst())))
    }
}
