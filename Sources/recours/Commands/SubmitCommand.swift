// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours submit`.
struct SubmitCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "File one case.",
        discussion: """
            The case is a CaseDraft of Protos/recours/v1/case.proto in JSON. It is checked here \
            before it is sent. The key that makes the filing unique is printed with -v; give it \
            with --key-id to repeat a filing whose answer was lost.

            EXAMPLES
              recours submit case.json
              recours submit --check case.json
              make-case | recours submit - --json
            """)

    @Argument(help: "File with the case, - for the standard input.", completion: .file())
    var file = "-"

    @Flag(help: "Have the server check the case and store nothing.")
    var check = false

    @Option(help: "Name or identifier of the campaign to file it into.")
    var campaign: String?

    @Option(
        help: ArgumentHelp(
            "File that proves the case, or identifier of one uploaded before; repeatable.",
            valueName: "file"), completion: .file())
    var evidence: [String] = []

    @Option(help: ArgumentHelp("Key of an earlier attempt.", valueName: "uuid"))
    var keyID: String?

    @Option(
        help: ArgumentHelp("File to make with the receipt.", valueName: "file"),
        completion: .file())
    var receipt: String?

    @OptionGroup var options: GlobalOptions

    private struct CheckReport: Encodable {
        let valid: Bool
        let warnings: [FieldViolation]
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        var draft = try JSONText.file(CaseDraft.self, file)
        let client = try options.client()
        if let campaign {
            draft.campaignID = try await CampaignNames.load(client).identified(campaign)
        }
        return try await submit(draft, client, terminal)
    }

    private func submit(
        _ written: CaseDraft, _ client: RecoursClient, _ terminal: Terminal
    ) async throws(CommandError) -> ExitStatus {
        var draft = written
        let pieces = try NamedPiece.all(evidence)
        let faults = DraftCheck(today: Clock.today).faults(draft, line: 1)
        guard faults.isEmpty else {
            let listed = faults.map { "\n  \($0.column): \($0.code) \($0.shown)" }.joined()
            throw CommandError(
                .badData, FilingSentence.breaks(faults.count, listed: listed),
                remedy: FilingSentence.mendAll)
        }
        if check {
            let warnings = try await calling { () async throws(RecoursError) in
                try await client.cases.check(written)
            }
            if options.json {
                try terminal.printJSON(CheckReport(valid: true, warnings: warnings))
            } else {
                terminal.print(FilingSentence.mayBeFiled.text)
                warn(warnings, terminal)
            }
            return .done
        }
        // Only now, as nothing else stands against the case.
        draft.evidenceIDs += try await PieceUpload(client: client, terminal: terminal)
            .identifiers(pieces, for: draft.externalRef)
        let complete = draft
        let file = try receipt.map { path throws(CommandError) in try OutputFile(path, .create) }
        let key = try key()
        terminal.tell(FilingSentence.key(CaseReference.text(of: key.bytes)).text)
        let filed = try await calling { () async throws(RecoursError) in
            try await client.cases.submit(complete, key: key)
        }
        if options.json {
            try terminal.printJSON(filed)
        } else {
            terminal.print(
                CommandSentence.filed(
                    number: SafeText.line(filed.publicNumber), filed.state,
                    isRepeated: filed.alreadyFiled
                ).text)
            warn(filed.warnings, terminal)
        }
        if let file {
            // The filing is the first event of a case.
            let proof = try await calling { () async throws(RecoursError) in
                try await client.proofs.receipt(of: filed.caseID, sequence: 1)
            }
            try ReceiptOutput(proof).write(file, terminal)
        }
        return .done
    }

    private func warn(_ warnings: [FieldViolation], _ terminal: Terminal) {
        for warning in warnings {
            terminal.say(FilingSentence.warning(SafeText.line(ViolationText.line(warning))).text)
        }
    }

    private func key() throws(CommandError) -> IdempotencyKey {
        guard let keyID else { return IdempotencyKey() }
        guard let bytes = CaseReference.bytes(of: keyID), let key = IdempotencyKey(bytes: bytes)
        else {
            throw CommandError(
                .usage, ValueSentence.isNo(keyID, noun: .key), remedy: ValueSentence.keyForm)
        }
        return key
    }
}
