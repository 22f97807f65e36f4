// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours mandate`.
struct MandateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mandate",
        abstract: "Register which firms an association may file for, and see it.",
        subcommands: [Add.self, Import.self, List.self])

    /// `recours mandate add`.
    struct Add: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register one mandate; for the operator.",
            discussion: """
                EXAMPLES
                  recours mandate add --association ateliers-reunis --siren 831983333 \\
                    --from 2018-05-08 --document mandate.pdf
                """)

        @Option(help: "Slug of the association.")
        var association: String

        @Option(help: "The firm's SIREN.")
        var siren: String

        @Option(help: "First day.")
        var from: String

        @Option(help: "Last day; no end if left out.")
        var until: String?

        @Option(help: "The signed document; only its SHA-256 is sent.", completion: .file())
        var document: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            var mandate = Mandate(
                association: association, siren: String(siren.filter { !$0.isWhitespace }),
                from: try CommandDate.iso(from))
            if let until { mandate.until = try CommandDate.iso(until) }
            if let document { mandate.documentSha256 = try FileDigest.sha256(document) }
            return try await MandateCommand.send([(0, mandate)], nil, options, terminal)
        }
    }

    /// `recours mandate import`.
    struct Import: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register the mandates of a CSV file; for the operator.",
            discussion: """
                Columns: association;siren;from;until;document_sha256. Mandates already there are \
                brought up to date, so it may be repeated.

                EXAMPLES
                  recours mandate import mandates.csv
                """)

        @Argument(help: "CSV file.", completion: .file())
        var file: String

        @Option(help: "Slug of the association, for lines that name none.")
        var association: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let mandates = try MandateFile.read(file, association: association)
            return try await MandateCommand.send(mandates, file, options, terminal)
        }
    }

    /// `recours mandate list`.
    struct List: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List mandates: an association's own, or any for the operator.",
            discussion: "EXAMPLES\n  recours mandate list --association ateliers-reunis")

        @Option(help: "Slug of the association; for the operator.")
        var association: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            var request = ListMandatesRequest(association: association ?? "", pageSize: 1000)
            var mandates: [Mandate] = []
            repeat {
                let page = request
                let answer = try await calling { () async throws(RecoursError) in
                    try await client.partners.mandates(page)
                }
                mandates += answer.mandates
                request.pageToken = answer.nextPageToken
            } while !request.pageToken.isEmpty
            if options.json {
                try terminal.printJSON(mandates)
                return .done
            }
            var table = TextTable([
                .init(title: Heading.association.column), .init(title: Heading.siren.column),
                .init(title: Heading.from.column), .init(title: Heading.until.column),
            ])
            mandates.forEach { table.add([$0.association, $0.siren, $0.from, $0.until]) }
            table.lines(width: terminal.width).forEach(terminal.print)
            return .done
        }
    }

    private static func send(
        _ mandates: [(line: Int, mandate: Mandate)], _ file: String?, _ options: GlobalOptions,
        _ terminal: Terminal
    ) async throws(CommandError) -> ExitStatus {
        let client = try options.client()
        let messages = mandates.map(\.mandate)
        let answer = try await calling { () async throws(RecoursError) in
            try await client.partners.importMandates(messages)
        }
        for refusal in answer.refusals {
            let place = Int(clamping: refusal.index)
            let line = mandates.indices.contains(place) ? mandates[place].line : 0
            let violation = FieldViolation(
                fieldPath: refusal.fieldPath, code: refusal.code, description: refusal.description)
            let what = ViolationText.line(violation)
            let said = file.map { LineSentence.fault($0, line: line, what: what).text } ?? what
            terminal.complain(SafeText.line(said))
        }
        if options.json {
            try terminal.printJSON(answer)
        } else {
            terminal.print(
                OperatorSentence.mandates(
                    added: answer.added, updated: answer.updated, refused: answer.refused
                ).text)
        }
        guard answer.refused > 0 else { return .done }
        return answer.added + answer.updated > 0 ? .partly : .badData
    }
}
