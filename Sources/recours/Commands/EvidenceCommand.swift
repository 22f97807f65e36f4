// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import Glibc
internal import RecoursCases
internal import RecoursClient
internal import RecoursMessages

/// `recours evidence`.
struct EvidenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Upload files that prove a case, list and fetch them.",
        subcommands: [Add.self, Get.self, List.self])

    /// `recours evidence add`.
    struct Add: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Upload files, and print their identifiers.",
            discussion: """
                A case, an answer or an action then names them; what none has named within seven \
                days is deleted. The same command run again goes on with what was broken off, and \
                uploads nothing twice; --again uploads another copy, for another case.

                Kinds: jpg png webp pdf txt csv eml docx json, at most 20 MiB; a side of a case \
                has at most 20 files and 100 MiB.

                EXAMPLES
                  recours evidence add capture.png courrier.pdf
                  recours evidence add --mediator-only marges.csv
                  recours evidence add page.pdf --source-url https://example.fr/annonce/12
                """)

        @Argument(help: "Files.", completion: .file())
        var files: [String]

        @Flag(help: "Only mediators and one's own side may see them.")
        var mediatorOnly = false

        @Option(help: ArgumentHelp("Where they were captured.", valueName: "url"))
        var sourceURL: String?

        @Flag(help: "Upload another copy of what was uploaded before.")
        var again = false

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            var pieces: [Piece] = []
            for file in files { pieces.append(try Piece.argument(file)) }
            let upload = PieceUpload(
                client: try options.client(), terminal: terminal,
                visibility: mediatorOnly ? .mediatorOnly : .parties, sourceURL: sourceURL ?? "")
            var added: [Evidence] = []
            for piece in pieces {
                let evidence =
                    again
                    ? try await upload.upload(piece, key: IdempotencyKey())
                    : try await upload.upload(piece, for: "")
                added.append(evidence)
                if !options.json {
                    terminal.print(
                        CaseReference.text(of: evidence.id) + "  " + SafeText.line(evidence.name))
                }
                if !evidence.caseID.isEmpty {
                    terminal.say(
                        EvidenceWord.inCaseAlready(
                            name: piece.name, caseID: CaseReference.text(of: evidence.caseID)
                        ).text)
                }
            }
            if options.json { try terminal.printJSON(added) }
            return .done
        }
    }

    /// `recours evidence get`.
    struct Get: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetch a file, and hold it against its SHA-256.",
            discussion: """
                Broken off, the same command goes on from what has come (FILE.part). An existing \
                file is not overwritten.

                EXAMPLES
                  recours evidence get 0192f3a1-b2c3-7d4e-8f00-112233445566
                  recours evidence get 0192f3a1-b2c3-7d4e-8f00-112233445566 --out preuve.pdf
                """)

        @Argument(help: "Identifier of the file.")
        var identifier: String

        @Option(help: "Where it goes; by default its own name, here.", completion: .file())
        var out: String?

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            guard let bytes = CaseReference.bytes(of: identifier) else {
                throw CommandError(
                    .usage, ValueSentence.isNo(identifier, noun: .file),
                    remedy: ValueSentence.listEvidence)
            }
            let client = try options.client()
            let known = try await calling { () async throws(RecoursError) in
                try await client.evidence.get(id: bytes)
            }
            // A name that would lead elsewhere is not taken over, whatever the server says.
            let isSafe = FileNameRule.breach(known.name) == nil && !known.name.hasPrefix(".")
            let path = out ?? (isSafe ? known.name : identifier)
            guard access(path, F_OK) != 0 else {
                throw CommandError(
                    .cannotCreate, FileSentence.exists(path), remedy: FileSentence.chooseOut)
            }
            let progress = TransferProgress(name: known.name, terminal: terminal)
            defer { progress.end() }
            let evidence = try await calling { () async throws(RecoursError) in
                try await client.evidence.download(id: bytes, to: path) { received in
                    progress.show(received, of: known.size)
                }
            }
            if options.json {
                try terminal.printJSON(evidence)
            } else {
                terminal.print(
                    "\(SafeText.line(path))  \(EvidenceWord.amount(evidence.size).text)")
            }
            return .done
        }
    }

    /// `recours evidence list`.
    struct List: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the files of a case, or one's own that are in none.",
            discussion: """
                EXAMPLES
                  recours evidence list RC-1234-5678-90-6
                  recours evidence list
                """)

        @Argument(help: "Public number or identifier of the case.")
        var reference: String?

        @Flag(help: "The argument is a reference of your own.")
        var ref = false

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let client = try options.client()
            var identifier: [UInt8] = []
            if let reference {
                identifier = try await CaseLookup(client: client).identifier(
                    CaseReference(reference, isExternal: ref))
            }
            let caseID = identifier
            let found = try await calling { () async throws(RecoursError) in
                try await client.evidence.list(caseID: caseID)
            }
            if options.json {
                try terminal.printJSON(found)
                return .done
            }
            var table = TextTable([
                .init(title: EvidenceWord.identifier.column),
                .init(title: EvidenceWord.size.column, isRight: true),
                .init(title: EvidenceWord.broughtBy.column),
                .init(title: EvidenceWord.seenBy.column),
                .init(title: EvidenceWord.scan.column),
                .init(title: EvidenceWord.name.column, isFlexible: true),
            ])
            found.forEach { table.add(Self.row($0)) }
            table.lines(width: terminal.width).forEach(terminal.print)
            return .done
        }

        private static func row(_ evidence: Evidence) -> [String] {
            let side: EvidenceWord? =
                switch evidence.side {
                case "complainant": .complainant
                case "platform": .platform
                case "mediator": .mediator
                default: nil
                }
            let visibility: EvidenceWord =
                evidence.visibility == .parties ? .parties : .mediatorOnly
            return [
                CaseReference.text(of: evidence.id), EvidenceWord.amount(evidence.size).text,
                side?.text ?? evidence.side, visibility.text,
                evidence.erasedAtMs == 0
                    ? Labels.evidenceScans.name(of: evidence.scan) : EvidenceWord.erased.text,
                evidence.name,
            ]
        }
    }
}
