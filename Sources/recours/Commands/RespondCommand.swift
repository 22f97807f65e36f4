// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages
internal import Synchronization

/// `recours respond`.
struct RespondCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "respond",
        abstract: "Answer a case, or many from a file.",
        discussion: """
            An answer is a PlatformResponse of Protos/recours/v1/response.proto in JSON. What is \
            given by flags overrules the file. With --many, each line is a RespondRequest with \
            caseId and response; a response without responseId gets one made from the case and the \
            content, so that the same file sent again answers nothing twice.

            EXAMPLES
              recours respond RC-1234-5678-90-6 --file answer.json
              recours respond RC-1234-5678-90-6 --type REMEDY_DONE --remedy RELISTED \\
                --text "Les annonces sont de nouveau en ligne depuis ce matin."
              recours respond RC-1234-5678-90-6 --type INFO_NEEDED --text "Quelle commande ?"
              recours respond RC-1234-5678-90-6 --type NOT_CONCERNED --reason SAME_GROUP \\
                --suggest other-platform --text "Le vendeur est chez notre filiale."
              recours respond RC-1234-5678-90-6 --type REMEDY_DONE \\
                --remedy FUNDS_RELEASED=1234,56EUR --text "Virement fait ce jour."
              recours respond RC-1234-5678-90-6 --type REMEDY_DONE --remedy LISTINGS_REMOVED \\
                --listings removed.csv --text "Les copies sont retirées."
              recours respond --many answers.ndjson --json
            """)

    @Argument(help: "Public number or identifier of the case.")
    var reference: String?

    @Option(help: "File with the answer, - for the standard input.", completion: .file())
    var file: String?

    @Option(help: "File of answers, a JSON object a line.", completion: .file())
    var many: String?

    @Option(help: "What the answer is: REMEDY_DONE, EXPLANATION, … or the French name.")
    var type: String?

    @Option(help: "The answer's words.")
    var text: String?

    @Option(help: "What is done or promised, money as FUNDS_RELEASED=150,00EUR; repeatable.")
    var remedy: [String] = []

    @OptionGroup var special: AnswerDetails

    @Option(help: "Until when it is promised: a date.")
    var dueOn: String?

    @Option(
        help: ArgumentHelp(
            "File that proves the answer, or identifier of one uploaded before; repeatable.",
            valueName: "file"), completion: .file())
    var evidence: [String] = []

    @Option(help: "Refuse if the case is no longer at this version.")
    var expectVersion: UInt64 = 0

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (reference == nil) != (many == nil) else {
            throw ValidationError(OptionSentence.caseOrMany.text)
        }
        if many != nil, file != nil || type != nil || text != nil {
            throw ValidationError(OptionSentence.answersInFile.text)
        }
        if many == nil, file == nil, type == nil {
            throw ValidationError(OptionSentence.answerNeeded.text)
        }
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        if let many { return try await respondToMany(many, terminal) }
        guard let reference else { return .usage }
        let parsed = try CaseReference(reference)
        var response = try answer()
        let pieces = try NamedPiece.all(evidence)
        let client = try options.client()
        let identifier = try await CaseLookup(client: client).identifier(parsed)
        response.evidenceIDs += try await PieceUpload(client: client, terminal: terminal)
            .identifiers(pieces, for: CaseReference.text(of: identifier))
        if response.responseID.isEmpty {
            response.responseID = try AnswerIdentity.identifier(of: response, case: identifier)
        }
        let complete = response
        let result = try await calling { () async throws(RecoursError) in
            try await client.responses.respond(
                to: identifier, expectedVersion: expectVersion, complete)
        }
        if options.json {
            try terminal.printJSON(result)
        } else {
            terminal.print(
                CommandSentence.changed(
                    result.state, version: result.version, isRepeated: result.alreadyAnswered
                ).text)
        }
        return .done
    }

    private func answer() throws(CommandError) -> PlatformResponse {
        var response = PlatformResponse()
        if let file { response = try JSONText.file(PlatformResponse.self, file) }
        if let type {
            response.type = try value(type, Labels.answers, .answer)
        }
        if let text { response.text = text }
        for name in remedy { response.remedies.append(try AnswerDetails.remedy(name)) }
        if let dueOn { response.dueOn = try CommandDate.iso(dueOn) }
        try special.complete(&response)
        return response
    }

    // MARK: Many

    private func respondToMany(
        _ path: String, _ terminal: Terminal
    ) async throws(CommandError) -> ExitStatus {
        let client = try options.client { $0.readiness = .wait(atMost: .seconds(60)) }
        // Read twice, so that a fault in the last line is told before the first is sent.
        let count = try AnswerLines.check(path)
        let lines = AnswerLines(path: path)
        var counts = (answered: 0, before: 0, refused: 0)
        var refusal: StatusCode?
        do {
            for try await result in client.responses.respondAll(lines) {
                let line = lines.takeLine(result.place)
                switch result.outcome {
                case .success(let done):
                    if done.alreadyAnswered { counts.before += 1 } else { counts.answered += 1 }
                    try show(AnswerRow(line: line, done), terminal)
                case .failure(let error):
                    counts.refused += 1
                    refusal = refusal ?? error.code
                    try show(AnswerRow(line: line, error), terminal)
                }
            }
        } catch let error as RecoursError {
            throw CommandError(error)
        } catch {
            throw (error as? CommandError)
                ?? CommandError(.failed, RunSentence.answeringEnded(ForeignWords(error).text))
        }
        terminal.say(
            CommandSentence.answered(
                counts.answered, before: counts.before, refused: counts.refused, total: count
            ).text)
        guard let refusal else { return .done }
        return counts.answered + counts.before > 0 ? .partly : ExitStatus(refusal)
    }

    private func show(_ row: AnswerRow, _ terminal: Terminal) throws(CommandError) {
        if options.json {
            try terminal.printJSONLine(row)
        } else {
            let outcome = RunSentence.outcome(row.outcome).text
            terminal.print("\(row.line)  \(outcome)  \(SafeText.line(row.message))")
        }
    }
}

/// What became of one answer of a file.
struct AnswerRow: Encodable, Equatable {
    let line: Int
    /// `ANSWERED`, `ALREADY_ANSWERED`, or the refusal's code.
    let outcome: String
    var message = ""
    var violations: [FieldViolation] = []

    init(line: Int, _ done: RespondedCase) {
        self.line = line
        outcome = done.alreadyAnswered ? "ALREADY_ANSWERED" : "ANSWERED"
        message = Labels.states.name(of: done.state)
    }

    init(line: Int, _ error: RecoursError) {
        self.line = line
        outcome = error.code.name ?? "\(error.code.rawValue)"
        message = FailureSentence.server(error.code, error.message).text
        violations = error.violations
    }
}
