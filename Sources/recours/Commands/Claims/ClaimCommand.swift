// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours claim`.
struct ClaimCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: "Hold one claim for a work against its copies on several platforms.",
        subcommands: [
            Open.self, List.self, Show.self, Add.self, Listings.self, Figures.self, Withdraw.self,
            Suspend.self, Resume.self,
        ])

    /// `recours claim open`.
    struct Open: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a claim for a work.",
            discussion: """
                Copies are reported under it as they are named (`recours claim add`) or seen \
                (`recours feed observe`). A match from --review-at on waits for a person; with \
                --auto-report, one from --report-at on is reported without. The same command \
                again finds the same claim; --run NAME opens another.

                EXAMPLES
                  recours claim open 0190a1b2-… --platform amazon --platform wish
                  recours claim open 0190a1b2-… --platform wish --auto-report --report-at 950
                """)

        @Argument(help: "Identifier of the work.")
        var work: String

        @Option(help: "Slug of a platform; may be repeated.")
        var platform: [String]

        @Flag(help: "Report what is surely a copy without a person looking at it.")
        var autoReport = false

        @Option(help: "Score from which a match is reported by itself: 0 to 1,000; 960 unless set.")
        var reportAt: UInt32?

        @Option(help: "Score from which a match waits for a person: 0 to 1,000; 500 unless set.")
        var reviewAt: UInt32?

        @Option(help: "Name of this run: under another name another claim is opened.")
        var run = ""

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let plan = ClaimPlan(
                workID: try RecordReference.work(work), platforms: platform.map { $0.lowercased() },
                autoReport: autoReport, reviewThreshold: reviewAt, reportThreshold: reportAt)
            let key = try ContentKey.key(
                of: Array("recours claim\0\(run)\0".utf8) + plan.serializedBytes())
            let client = try options.client()
            let answer = try await calling { () async throws(RecoursError) in
                try await client.claims.open(plan, key: key)
            }
            if options.json {
                try terminal.printJSON(answer.claim)
            } else {
                terminal.print(
                    ClaimSentence.opened(
                        CaseReference.text(of: answer.claim.id), isRepeated: answer.alreadyThere
                    ).text)
            }
            return .done
        }
    }

    /// `recours claim list`.
    struct List: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List your claims, the newest first; a mediator sees all.",
            discussion: """
                A state with an exclamation mark: nothing is reported without a person any more, \
                because too much of it was wrong.

                EXAMPLES
                  recours claim list --state active
                """)

        @Option(help: "Only claims for this work.")
        var work: String?

        @Option(help: "active, suspended or withdrawn.")
        var state: String?

        @Flag(help: "Only those of which nothing is reported without a person any more.")
        var throttled = false

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            var known = ClaimState.unspecified
            if let state { known = try value(state, Labels.claimStates, .state) }
            let work = try work.map(RecordReference.work) ?? []
            let claims = try await collected(
                client.claims.list(work: work, state: known, throttledOnly: throttled))
            if options.json {
                try terminal.printJSON(claims)
                return .done
            }
            var table = TextTable(ClaimView.columns)
            claims.forEach { table.add(ClaimView(claim: $0).row) }
            table.lines(width: terminal.width).forEach(terminal.print)
            return .done
        }
    }

    /// `recours claim show`.
    struct Show: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a claim: what it asks for, and how many listings are in which state.",
            discussion: "EXAMPLES\n  recours claim show 0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")

        @Argument(help: "Identifier of the claim.")
        var claim: String

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let identifier = try RecordReference.claim(claim)
            let client = try options.client()
            let found = try await calling { () async throws(RecoursError) in
                try await client.claims.get(id: identifier)
            }
            return try ClaimCommand.show(found.claim, found.work, terminal)
        }
    }

    static func show(
        _ claim: StandingClaim, _ work: Work?, _ terminal: Terminal
    ) throws(CommandError) -> ExitStatus {
        if terminal.isJSON {
            try terminal.printJSON(claim)
        } else {
            ClaimView(claim: claim, work: work).lines(width: terminal.readingWidth)
                .forEach(terminal.print)
        }
        return .done
    }
}
