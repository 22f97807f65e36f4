// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursCases
internal import RecoursClient
internal import RecoursMessages

/// `recours campaign`.
struct CampaignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign",
        abstract: "Open campaigns of cases, and follow them to their end.",
        subcommands: [
            Create.self, Change.self, List.self, Show.self, AtRisk.self, Report.self,
        ])

    /// What of a plan can be given on the command line.
    struct PlanOptions: ParsableArguments {
        @Option(help: "First day on which cases are taken.")
        var opens: String?

        @Option(help: "Last day on which cases are taken.")
        var closes: String?

        @Option(help: "Day by which every case shall be solved.")
        var resolveBy: String?

        @Option(help: "How many cases are hoped for.")
        var target: UInt32?

        @Option(help: "Slug of a platform; may be repeated. None: all platforms.")
        var platform: [String] = []

        @Option(help: "Days to acknowledge, instead of the usual ones.")
        var acknowledgeDays: UInt32?

        @Option(help: "Days to answer, instead of the usual ones.")
        var answerDays: UInt32?

        @Option(help: "Days to a final answer, instead of the usual ones.")
        var finalAnswerDays: UInt32?

        /// The plan with what was given.
        func applied(
            to plan: RecoursMessages.CampaignPlan
        ) throws(CommandError) -> RecoursMessages.CampaignPlan {
            var plan = plan
            if let opens { plan.opensOn = try CommandDate.iso(opens) }
            if let closes { plan.closesOn = try CommandDate.iso(closes) }
            if let resolveBy { plan.resolveBy = try CommandDate.iso(resolveBy) }
            if let target { plan.targetCount = target }
            if !platform.isEmpty { plan.platforms = platform }
            if let acknowledgeDays { plan.acknowledgeDays = acknowledgeDays }
            if let answerDays { plan.answerDays = answerDays }
            if let finalAnswerDays { plan.finalAnswerDays = finalAnswerDays }
            return plan
        }
    }

    /// `recours campaign create`.
    struct Create: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a campaign; for mediators and operators.",
            discussion: """
                The same command again finds the same campaign.

                EXAMPLES
                  recours campaign create "Novembre 2018" --opens 01/11/2018 --closes 30/11/2018 \\
                    --resolve-by 24/12/2018 --target 100
                """)

        @Argument(help: "Its name, which no other campaign has.")
        var name: String

        @OptionGroup var plan: PlanOptions
        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let plan = try plan.applied(to: .init(name: name))
            let client = try options.client()
            let campaign = try await calling { () async throws(RecoursError) in
                try await client.campaigns.create(plan)
            }
            return try CampaignCommand.show(campaign, terminal)
        }
    }

    /// `recours campaign change`.
    struct Change: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a campaign; once a case is in it, only its end moves.",
            discussion: """
                What is not given stays as it is.

                EXAMPLES
                  recours campaign change "Novembre 2018" --closes 10/12/2018
                """)

        @Argument(help: "Name or identifier of the campaign.")
        var campaign: String

        @OptionGroup var plan: PlanOptions
        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            let found = try await CampaignCommand.find(campaign, client)
            let plan = try plan.applied(to: found.plan ?? .init())
            let changed = try await calling { () async throws(RecoursError) in
                try await client.campaigns.update(id: found.id, plan)
            }
            return try CampaignCommand.show(changed, terminal)
        }
    }

    /// `recours campaign list`.
    struct List: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List campaigns, the newest first.",
            discussion: "EXAMPLES\n  recours campaign list")

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let campaigns = try await CampaignNames.all(try options.client())
            if options.json {
                try terminal.printJSON(campaigns)
                return .done
            }
            var table = TextTable(CampaignView.columns)
            for campaign in campaigns {
                table.add(CampaignView(campaign: campaign, today: Clock.today).row)
            }
            table.lines(width: terminal.width).forEach(terminal.print)
            return .done
        }
    }

    /// `recours campaign show`.
    struct Show: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show how far a campaign is: target, days left, what has come of its cases.",
            discussion: "EXAMPLES\n  recours campaign show \"Novembre 2018\"")

        @Argument(help: "Name or identifier of the campaign.")
        var campaign: String

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            return try CampaignCommand.show(
                try await CampaignCommand.find(campaign, client), terminal)
        }
    }

    // MARK: Parts

    static func show(
        _ campaign: Campaign, _ terminal: Terminal
    ) throws(CommandError) -> ExitStatus {
        if terminal.isJSON {
            try terminal.printJSON(campaign)
        } else {
            CampaignView(campaign: campaign, today: Clock.today).lines()
                .forEach(terminal.print)
        }
        return .done
    }

    /// The campaign of a name or identifier, with its counts.
    static func find(
        _ text: String, _ client: RecoursClient
    ) async throws(CommandError) -> Campaign {
        if let bytes = CaseReference.bytes(of: text) {
            return try await calling { () async throws(RecoursError) in
                try await client.campaigns.get(id: bytes)
            }
        }
        let identifier = try await CampaignNames.load(client).identified(text)
        return try await calling { () async throws(RecoursError) in
            try await client.campaigns.get(id: identifier)
        }
    }
}
