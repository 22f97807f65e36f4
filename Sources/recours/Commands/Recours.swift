// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// `recours`: files, follows and answers cases from a terminal.
@main
struct Recours: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recours",
        abstract: "Files, follows and answers cases between firms and platforms.",
        discussion: """
            What is shown is French or English, by --lang, RECOURS_LANG or the locale; helps and \
            --json are not translated.
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Everybody:",
                subcommands: [
                    ShowCommand.self, WatchCommand.self, StatusCommand.self, ListCommand.self,
                    InboxCommand.self, MessageCommand.self, NoteCommand.self, AgreeCommand.self,
                    DeclineCommand.self, EvidenceCommand.self, PictureCommand.self,
                    ReceiptCommand.self, StatsCommand.self,
                    CampaignCommand.self, PlatformCommand.self, CommitmentCommand.self,
                ]),
            CommandGroup(
                name: "Who complains (associations and firms):",
                subcommands: [
                    SubmitCommand.self, BulkCommand.self, DraftCommand.self,
                    AcceptCommand.self, RefuseCommand.self, InformCommand.self,
                    WithdrawCommand.self, RestoreCommand.self, ReopenCommand.self,
                    ContestCommand.self, ReaddressCommand.self, DiscloseCommand.self,
                    WorkCommand.self, ClaimCommand.self, MatchesCommand.self, FeedCommand.self,
                ]),
            CommandGroup(
                name: "Platforms:",
                subcommands: [
                    AckCommand.self, RespondCommand.self, ProveCommand.self, ListingsCommand.self,
                ]),
            CommandGroup(name: "Mediators:", subcommands: [MediateCommand.self]),
            CommandGroup(
                name: "Operators:",
                subcommands: [
                    PartnerCommand.self, CertificateCommand.self, MandateCommand.self,
                    ClockCommand.self, RetentionCommand.self, EraseCommand.self,
                    ExportCommand.self, BackupCommand.self,
                ]),
            CommandGroup(
                name: "This program and its server:",
                subcommands: [
                    ProfileCommand.self, DoctorCommand.self, PingCommand.self,
                    HealthCommand.self, LimitsCommand.self, CompletionCommand.self,
                    ExitCodesCommand.self,
                    Version.self,
                ]),
        ])

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let language = Language(
            arguments: arguments, environment: GlobalOptions.environment)
        await Language.$current.withValue(language) {
            await main(ArgumentOrder.commandFirst(arguments))
        }
    }
}
