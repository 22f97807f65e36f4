// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours limits`.
struct LimitsCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "limits",
        abstract: "Show what you are held to, and what of it is used; the operator sees anybody's.",
        discussion: """
            What is asked beyond a limit is refused and told when to come again; the items of a \
            file of cases are taken more slowly instead.

            EXAMPLES
              recours limits
              recours limits --json
              recours limits --kind association --slug ateliers-reunis
            """)

    @Option(help: "Another partner's kind; for the operator.")
    var kind: String?

    @Option(help: "Another partner's slug; for the operator.")
    var slug: String?

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        var request = GetLimitsRequest(slug: slug ?? "")
        if let kind { request.kind = try CertificateWork.kind(kind) }
        let client = try options.client()
        let limits = try await calling { [request] () async throws(RecoursError) in
            try await client.partners.limits(request)
        }
        try Self.show(limits, options, terminal)
        return .done
    }

    /// Prints limits as a table, or as JSON.
    static func show(
        _ limits: [PartnerLimit], _ options: GlobalOptions, _ terminal: Terminal
    ) throws(CommandError) {
        if options.json {
            try terminal.printJSON(limits)
            return
        }
        var table = TextTable([
            .init(title: LimitWord.limit.column),
            .init(title: LimitWord.value.column, isRight: true),
            .init(title: LimitWord.used.column, isRight: true),
            .init(title: LimitWord.own.column),
        ])
        for limit in limits {
            table.add([
                LimitWord.named(limit.name).text,
                limit.limit == 0 ? LimitWord.unlimited.text : String(limit.limit),
                limit.used.map { String($0) } ?? "",
                limit.own ? OperatorSentence.yes.text : "",
            ])
        }
        table.lines(width: terminal.width).forEach(terminal.print)
    }
}
