// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours retention`.
struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Erase what is kept no longer; for the operator.",
        subcommands: [Run.self])

    /// `recours retention run`.
    struct Run: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count what is kept no longer, then erase it.",
            discussion: """
                Closed cases are kept for 24 months, those about rights or money for 60, their \
                files for 6, idle drafts for 30 days; what a mediator holds stays. What is erased \
                does not come back. If more cases are due than the ceiling allows, nothing is \
                erased.

                EXAMPLES
                  recours retention run --dry-run
                  recours retention run
                  recours retention run --ceiling 10000
                """)

        @Flag(help: "Count, erase nothing.")
        var dryRun = false

        @Option(help: "The most cases to erase at once; 2,500 if not given.")
        var ceiling: UInt32 = 0

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            let request = RunRetentionRequest(dryRun: dryRun, ceiling: ceiling)
            let showsProgress = terminal.errorIsTerminal
            let last = try await calling { () async throws(RecoursError) in
                try await client.retention.run(request) { message in
                    guard showsProgress else { return }
                    terminal.progress(
                        RetentionSentence.progress(
                            seen: Progress.grouped(Int(message.seen)),
                            erased: Progress.grouped(Int(message.erased))
                        ).text)
                }
            }
            if showsProgress { terminal.say("") }
            if options.json {
                try terminal.printJSON(last)
                return .done
            }
            var table = TextTable([
                .init(title: RetentionSentence.why.text),
                .init(title: RetentionSentence.due.text, isRight: true),
                .init(title: RetentionSentence.held.text, isRight: true),
            ])
            for count in last.counts {
                table.add([
                    RetentionSentence.reason(count.reason).text, "\(count.due)", "\(count.held)",
                ])
            }
            table.lines(width: terminal.width).forEach(terminal.print)
            let sentence: RetentionSentence =
                dryRun
                ? .counted(seen: last.seen)
                : .done(seen: last.seen, erased: last.erased, spared: last.spared)
            terminal.print(sentence.text)
            return .done
        }
    }
}

/// `recours erase`.
struct EraseCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract:
            "Erase the personal data of a closed case or a draft; for operators and mediators.",
        discussion: """
            Category, platform, dates and outcome stay, and every receipt stays valid. The reason \
            stays too, so it must not name anybody. What is erased does not come back. Drafts, \
            which mediators do not see, are for operators to erase.

            EXAMPLES
              recours erase RC-1234-5678-90-6 --reason "asked for under article 17"
            """)

    @Argument(help: "Public number or identifier of the case.")
    var reference: String

    @Option(help: "Why; at most 2,000 characters.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let name = try CaseReference(reference)
        let retention = try options.client().retention
        let erased = try await calling { () async throws(RecoursError) in
            switch name {
            case .identifier(let id): try await retention.erase(id: id, reason: reason)
            case .publicNumber(let number), .external(let number):
                try await retention.erase(publicNumber: number, reason: reason)
            }
        }
        if options.json {
            try terminal.printJSON(erased)
        } else {
            terminal.print(
                SafeText.line(RetentionSentence.erased(number: erased.publicNumber).text))
        }
        return .done
    }
}
