// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours commitment`.
struct CommitmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commitment",
        abstract: "What platforms have promised, and whether they kept it.",
        subcommands: [Make.self, List.self, Settle.self])

    /// `recours commitment make`.
    struct Make: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Commit your platform, for a campaign or a category.",
            discussion: """
                A promise in an answer to a case is a commitment by itself.

                EXAMPLES
                  recours commitment make --campaign "Novembre 2018" --due 24/12/2018 \\
                    "Chaque cas reçoit une réponse avant Noël."
                """)

        @Argument(help: "What is promised.")
        var text: String

        @Option(help: "Last day on which it is kept in time.")
        var due: String

        @Option(help: "Name or identifier of the campaign.")
        var campaign: String?

        @Option(help: "Category, by its English or French name.")
        var category: String?

        @OptionGroup var options: GlobalOptions

        func validate() throws {
            if (campaign == nil) == (category == nil) {
                throw ValidationError(OptionSentence.campaignOrCategory.text)
            }
        }

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            var request = MakeCommitmentRequest(text: text, dueOn: try CommandDate.iso(due))
            if let campaign {
                let found = try await CampaignCommand.find(campaign, client)
                request.scope = .campaignID(found.id)
            } else if let category {
                request.scope = .category(try value(category, Labels.categories, .category))
            }
            let made = request
            let commitment = try await calling { () async throws(RecoursError) in
                try await client.commitments.make(made)
            }
            return try CommitmentCommand.show(commitment, terminal)
        }
    }

    /// `recours commitment list`.
    struct List: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List commitments, the newest first.",
            discussion: "EXAMPLES\n  recours commitment list --platform amazon --state broken")

        @Option(help: "Slug of the platform.")
        var platform = ""

        @Option(help: "open, honoured, broken or waived.")
        var state: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            var request = ListCommitmentsRequest(
                pageSize: 1000, platformID: platform,
                state: try state.map(CommitmentCommand.state) ?? .unspecified)
            var found: [Commitment] = []
            repeat {
                let page = request
                let answer = try await calling { () async throws(RecoursError) in
                    try await client.commitments.list(page)
                }
                found += answer.commitments
                request.pageToken = answer.nextPageToken
            } while !request.pageToken.isEmpty
            if options.json {
                try terminal.printJSON(found)
                return .done
            }
            var table = TextTable([
                .init(title: CampaignWord.platform.column),
                .init(title: CampaignWord.caseState.column),
                .init(title: CampaignWord.dueOn.column),
                .init(title: CampaignWord.about.column, isFlexible: true),
                .init(title: CampaignWord.commitment.column, isFlexible: true),
                .init(title: CampaignWord.identifier.column),
            ])
            for commitment in found {
                table.add([
                    commitment.platformID, word(commitment.state).text,
                    Language.current.date(iso: commitment.dueOn),
                    about(commitment), commitment.text, CaseReference.text(of: commitment.id),
                ])
            }
            table.lines(width: terminal.width).forEach(terminal.print)
            return .done
        }
    }

    /// `recours commitment settle`.
    struct Settle: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what became of a commitment; for mediators.",
            discussion: """
                EXAMPLES
                  recours commitment settle 0167190a-… --as honoured --reason "Constaté le 20."
                """)

        @Argument(help: "Identifier of the commitment.")
        var commitment: String

        @Option(name: .customLong("as"), help: "honoured, broken or waived.")
        var outcome: String

        @Option(help: "Why; the platform reads it.")
        var reason: String

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            guard let identifier = CaseReference.bytes(of: commitment) else {
                throw CommandError(
                    .usage, ValueSentence.isNo(commitment, noun: .commitment),
                    remedy: ValueSentence.listCommitments)
            }
            let state = try CommitmentCommand.state(outcome)
            let client = try options.client()
            let settled = try await calling { () async throws(RecoursError) in
                try await client.commitments.settle(id: identifier, as: state, reason: reason)
            }
            return try CommitmentCommand.show(settled, terminal)
        }
    }

    // MARK: Parts

    private static func state(_ text: String) throws(CommandError) -> CommitmentState {
        let plain = Labels.plain(text)
        for state in CommitmentState.allCases where state != .unspecified {
            let names = [state.name ?? "", word(state).french, word(state).english]
            if names.contains(where: { Labels.plain($0) == plain }) { return state }
        }
        throw CommandError(
            .usage, ValueSentence.isNo(text, noun: .commitmentState),
            remedy: ValueSentence.commitmentStates)
    }

    private static func word(_ state: CommitmentState) -> CampaignWord {
        switch state {
        case .open: .stillOpen
        case .honoured: .honoured
        case .broken: .broken
        case .waived: .waived
        case .unspecified, .unrecognized: .named("")
        }
    }

    private static func about(_ commitment: Commitment) -> String {
        switch commitment.scope {
        case .case: commitment.publicNumber
        case .campaign: CaseReference.text(of: commitment.campaignID)
        case .category: Labels.categories.name(of: commitment.category)
        case .claim: CaseReference.text(of: commitment.claimID)
        case .unspecified, .unrecognized: ""
        }
    }

    private static func show(
        _ commitment: Commitment, _ terminal: Terminal
    ) throws(CommandError) -> ExitStatus {
        if terminal.isJSON {
            try terminal.printJSON(commitment)
            return .done
        }
        let due = Language.current.date(iso: commitment.dueOn)
        terminal.print(
            SafeText.line("\(commitment.platformID)  \(word(commitment.state).text)  \(due)"))
        terminal.print("  " + SafeText.line(commitment.text))
        terminal.print("  " + CaseReference.text(of: commitment.id))
        return .done
    }
}
