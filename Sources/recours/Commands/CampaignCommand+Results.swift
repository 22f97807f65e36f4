// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursCases
internal import RecoursClient
internal import RecoursMessages

extension CampaignCommand {
    /// `recours campaign at-risk`.
    struct AtRisk: RecoursCommand {
        static let configuration = CommandConfiguration(
            commandName: "at-risk",
            abstract: "List open cases of a campaign that may not be solved in time.",
            discussion: """
                The most pressing first: a mediator sees all, others their own.

                EXAMPLES
                  recours campaign at-risk "Novembre 2018"
                  recours campaign at-risk "Novembre 2018" --all --json
                """)

        @Argument(help: "Name or identifier of the campaign.")
        var campaign: String

        @Flag(help: "Also those that are on time: all that is open.")
        var all = false

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            let found = try await CampaignCommand.find(campaign, client)
            var request = ListAtRiskRequest(campaignID: found.id, pageSize: 1000, allOpen: all)
            var cases: [CampaignCase] = []
            repeat {
                let page = request
                let answer = try await calling { () async throws(RecoursError) in
                    try await client.campaigns.atRisk(page)
                }
                cases += answer.cases
                request.pageToken = answer.nextPageToken
            } while !request.pageToken.isEmpty
            if options.json {
                try terminal.printJSON(cases)
                return .done
            }
            var table = TextTable([
                .init(title: CampaignWord.number.column), .init(title: CampaignWord.risk.column),
                .init(title: CampaignWord.platform.column),
                .init(title: CampaignWord.caseState.column),
                .init(title: CampaignWord.whoActs.column),
                .init(title: CampaignWord.deadline.column),
                .init(title: CampaignWord.left.column, isRight: true),
            ])
            cases.forEach { table.add(AtRisk.row($0)) }
            table.lines(width: terminal.width).forEach(terminal.print)
            terminal.say(CampaignWord.cases(cases.count).text)
            return .done
        }

        private static func row(_ item: CampaignCase) -> [String] {
            let next = item.next.map { Language.current.date(milliseconds: $0.dueAtMs) }
            return [
                item.publicNumber, word(item.risk).text, item.platformID,
                Labels.states.name(of: item.state),
                item.next.map { Labels.parties.name(of: $0.party) } ?? Heading.nobody.text,
                next ?? "",
                item.daysLeft.map { CampaignWord.daysLeft(Int($0)).text } ?? "",
            ]
        }

        private static func word(_ risk: RecoursMessages.CampaignRisk) -> CampaignWord {
            switch risk {
            case .onTime: .onTime
            case .atRisk: .atRisk
            case .willMiss: .willMiss
            case .missed: .missed
            case .unspecified, .unrecognized: .named("")
            }
        }
    }

    /// `recours campaign report`.
    struct Report: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sum up what has come of a campaign's cases; every case stands once.",
            discussion: """
                Ends with 3 while a case waits for an answer: a program can wait for the end.

                EXAMPLES
                  recours campaign report "Novembre 2018"
                """)

        @Argument(help: "Name or identifier of the campaign.")
        var campaign: String

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            let found = try await CampaignCommand.find(campaign, client)
            let counts = found.counts ?? CampaignCounts()
            let view = CampaignView(campaign: found, today: Clock.today)
            if options.json {
                try terminal.printJSON(found)
            } else {
                terminal.print(SafeText.line(found.plan?.name ?? ""))
                var table = TextTable([.init(title: ""), .init(title: "", isRight: true)])
                for (word, count) in view.outcomes { table.add([word.text, String(count)]) }
                table.add([CampaignWord.total.text, String(counts.collected)])
                // The titles say nothing here.
                table.lines(width: terminal.width).dropFirst().forEach { terminal.print("  " + $0) }
                let end: CampaignWord =
                    counts.openUnanswered == 0
                    ? .allSolved : .unanswered(counts.openUnanswered)
                terminal.print(end.text)
            }
            return counts.openUnanswered == 0 ? .done : .partly
        }
    }
}
