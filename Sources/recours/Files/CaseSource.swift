// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// How the cases of a file are written.
enum CaseFormat: String, CaseIterable, Sendable {
    case csv
    case ndjson

    /// By the file's name, or by its first sign: JSON Lines begin with a brace.
    static func guess(path: String, firstBytes: [UInt8]) -> CaseFormat {
        if path.hasSuffix(".csv") { return .csv }
        if path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") { return .ndjson }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = firstBytes.starts(with: mark) ? firstBytes.dropFirst(3) : firstBytes[...]
        let first = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return first == UInt8(ascii: "{") ? .ndjson : .csv
    }
}

/// A file of cases that can be read from its beginning as often as needed.
struct CaseSource: Sendable {
    let file: InputFile
    let format: CaseFormat
    let check: DraftCheck
    /// What the file is called in reports.
    let name: String
    /// What the cases' campaigns may be called.
    var campaigns = CampaignNames()

    /// Where the files lie that its lines name: beside it.
    var directory: String {
        guard let slash = name.lastIndex(of: "/") else { return "." }
        return slash == name.startIndex ? "" : String(name[..<slash])
    }

    /// Begins a reading. Throws `CommandError` for a file or header that cannot be read.
    func reader() throws(CommandError) -> CaseReader {
        try CaseReader(self)
    }
}

/// Reads a file of cases one by one; holds one of them at a time.
struct CaseReader {
    private enum Lines {
        case csv(CSVReader, CaseHeader)
        case ndjson(LineReader)
    }

    private let source: CaseSource
    private var lines: Lines

    init(_ source: CaseSource) throws(CommandError) {
        self.source = source
        let read = try source.file.open()
        do {
            switch source.format {
            case .ndjson: lines = .ndjson(LineReader(read))
            case .csv:
                var reader = try CSVReader(read)
                guard let first = try reader.next() else {
                    throw CommandError(
                        .badData, FileSentence.empty(source.name),
                        remedy: FileSentence.caseColumnsFirst)
                }
                lines = .csv(reader, try CaseHeader(first, file: source.name))
            }
        } catch {
            throw CaseReader.commandError(error, file: source.name)
        }
    }

    /// The next case with its faults; nil after the last. Throws `CommandError` where nothing more
    /// can be read, for example after a quote that is never closed.
    mutating func next() throws(CommandError) -> DraftLine? {
        do {
            switch lines {
            case .csv(var reader, let header):
                // Taken apart for a moment: the reader's buffer must not be copied.
                lines = .ndjson(LineReader { nil })
                defer { lines = .csv(reader, header) }
                return try reader.next().map { read($0, header) }
            case .ndjson(var reader):
                lines = .ndjson(LineReader { nil })
                defer { lines = .ndjson(reader) }
                while let bytes = try reader.next() {
                    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                    return read(bytes, line: reader.line)
                }
                return nil
            }
        } catch {
            throw CaseReader.commandError(error, file: source.name)
        }
    }

    /// Whether the file has a column; JSON Lines have none.
    func hasColumn(_ column: CaseColumn) -> Bool {
        guard case .csv(_, let header) = lines else { return false }
        return header.places[column] != nil
    }

    private func read(_ record: CSVRecord, _ header: CaseHeader) -> DraftLine {
        var reading = CaseRecord(header: header, record: record)
        var draft = reading.draft()
        draft.campaignID = reading.campaign(source.campaigns)
        let pieces = reading.pieces(in: source.directory)
        reading.checkFieldCount()
        let violations = source.check.violations(draft, startingWith: reading.violations)
        var faults = reading.faults
        for violation in violations {
            let column = CaseColumn(fieldPath: violation.fieldPath)?.rawValue
            let fault = LineFault(
                line: record.line, column: column ?? violation.fieldPath, violation.breach)
            // What the reading said in its own words is not said again.
            let isSaid = faults.contains { $0.column == fault.column && $0.code == fault.code }
            if !isSaid { faults.append(fault) }
        }
        return DraftLine(
            line: record.line, draft: draft, faults: faults, pieces: pieces)
    }

    private func read(_ bytes: [UInt8], line: Int) -> DraftLine {
        do throws(JSONFault) {
            var draft = try JSONText.message(RecoursMessages.CaseDraft.self, bytes)
            if draft.campaignID.isEmpty { draft.campaignID = source.campaigns.standard }
            return DraftLine(
                line: line, draft: draft, faults: source.check.faults(draft, line: line))
        } catch {
            let fault = LineFault(
                line: line, column: error.path.isEmpty ? "-" : error.path, code: "JSON",
                error.said)
            return DraftLine(line: line, draft: RecoursMessages.CaseDraft(), faults: [fault])
        }
    }

    private static func commandError(_ error: any Error, file: String) -> CommandError {
        switch error {
        case let error as CommandError: error
        case let error as CSVError:
            CommandError(
                .badData, error.said(of: file), remedy: LineSentence.mendFirst)
        default:
            CommandError(.inputOutput, FileSentence.cannotRead(file, why: ForeignWords(error).text))
        }
    }
}
