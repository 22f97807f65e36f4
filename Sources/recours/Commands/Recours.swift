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
            AcceptCommand.self, RefuseCommand.self, WithdrawCommand.self,
            InboxCommand.self, AckCommand.self, RespondCommand.self, PingCommand.self,
            HealthCommand.self, DoctorCommand.self, PartnerCommand.self, CertificateCommand.self,
            MandateCommand.self, CampaignCommand.self, PlatformCommand.self,
            CommitmentCommand.self, ProfileCommand.self, CompletionCommand.self,
            ExitCodesCommand.self, Version.self,
        ])

    static func main() async {
        await main(ArgumentOrder.commandFirst(Array(CommandLine.arguments.dropFirst())))
    }
}
