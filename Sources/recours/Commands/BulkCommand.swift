// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursCases
internal import RecoursClient

/// `recours bulk`.
struct BulkCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulk",
        abstract: "File many cases from a CSV file or JSON Lines.",
        discussion: """
            The whole file is checked first; if a line breaks a rule, all faults are listed and \
            nothing is sent. Then every case is filed, and its result written to \
            FILE.results.ndjson (or .csv, by --results). FILE.journal remembers what \
            was sent: run the same command again after an interruption, a crash or a correction, \
            and only what is missing is filed.

            Columns, in any order, separated by ; or , and in UTF-8:
              \(CaseColumn.allCases.map(\.rawValue).joined(separator: " "))
            Lists are separated by |, dates are JJ/MM/AAAA or 2018-11-30, amounts 1 234,56.

            EXAMPLES
              recours bulk --dry-run cases.csv
              recours bulk cases.csv
              recours bulk cases.csv --skip-invalid --results results.csv
              export-cases | recours bulk - --format ndjson --results today.ndjson
            """)

    @Argument(help: "File of cases, - for the standard input.", completion: .file())
    var file: String

    @Option(help: "How the file is written: csv or ndjson. Otherwise seen by its name or content.")
    var format: CaseFormat?

    @Option(help: "Where results go; by default FILE.results.ndjson.", completion: .file())
    var results: String?

    @Flag(name: [.short, .long], help: "Check the file and send nothing.")
    var dryRun = false

    @Flag(help: "File the lines that are right although others are not.")
    var skipInvalid = false

    @Option(help: "Name or identifier of the campaign for cases that name none.")
    var campaign: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if file == "-", results == nil, !dryRun {
            throw ValidationError(OptionSentence.resultsNeeded.text)
        }
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let spool = file == "-" ? try Spool() : nil
        let path = spool?.path ?? file
        var source = try BulkCommand.source(path: path, format: format, name: file)
        let namesCampaigns = try CampaignNames.areNeeded(by: source)
        if campaign != nil || namesCampaigns {
            source.campaigns = try await CampaignNames.load(try options.client())
            if let campaign { try source.campaigns.setStandard(campaign) }
        }
        let validation = try validate(source, terminal)
        if validation.cases == 0 {
            throw CommandError(
                .badData, BulkSentence.noCases(file), remedy: BulkSentence.caseALine)
        }
        if dryRun { return try reportDryRun(validation, terminal) }
        if validation.invalidCases > 0, !skipInvalid {
            throw CommandError(
                .badData,
                BulkSentence.broken(validation.invalidCases, cases: validation.cases),
                remedy: BulkSentence.mendOrSkip)
        }
        return try await BulkRun(
            source: source, total: validation.cases, file: file,
            resultsPath: results ?? "\(file).results.ndjson",
            journalPath: results.map { "\($0).journal" } ?? "\(file).journal",
            options: options, terminal: terminal
        ).perform()
    }

    private func validate(
        _ source: CaseSource, _ terminal: Terminal
    ) throws(CommandError) -> BulkValidation {
        try BulkValidation.run(source) { fault in
            if terminal.isJSON, let line = try? Terminal.json(fault, pretty: false) {
                terminal.complain(line)
            } else {
                terminal.complain(SafeText.line(fault.text(file: file)))
            }
        }
    }

    private struct DryRunReport: Encodable {
        let cases: Int
        let invalidCases: Int
        let faults: Int
    }

    private func reportDryRun(
        _ validation: BulkValidation, _ terminal: Terminal
    ) throws(CommandError) -> ExitStatus {
        if options.json {
            try terminal.printJSON(
                DryRunReport(
                    cases: validation.cases, invalidCases: validation.invalidCases,
                    faults: validation.faults))
        } else {
            terminal.print(
                BulkSentence.checked(
                    cases: validation.cases, broken: validation.invalidCases,
                    faults: validation.faults
                ).text)
        }
        return validation.invalidCases == 0 ? .done : .badData
    }

    static func source(
        path: String, format: CaseFormat?, name: String
    ) throws(CommandError) -> CaseSource {
        let input = InputFile(path: path)
        var chosen = format
        if chosen == nil {
            let file = try FileHandleOwner(reading: path)
            chosen = CaseFormat.guess(path: name, firstBytes: try file.read() ?? [])
        }
        return CaseSource(
            file: input, format: chosen ?? .csv, check: DraftCheck(today: Clock.today), name: name)
    }
}

extension CaseFormat: ExpressibleByArgument {}
