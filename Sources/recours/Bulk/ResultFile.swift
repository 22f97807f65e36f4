// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// What became of one line of a file.
struct ResultRow: Encodable, Sendable, Equatable {
    let line: Int
    let externalRef: String
    let outcome: BulkOutcome
    var publicNumber = ""
    var caseId = ""
    /// Why it was refused: the protocol's code; empty otherwise.
    var code = ""
    var message = ""
    var violations: [Fault] = []

    struct Fault: Encodable, Sendable, Equatable {
        let field: String
        let code: String
        let message: String
        /// For people; files have `message`.
        var shown = ""

        private enum CodingKeys: String, CodingKey {
            case field, code, message
        }
    }
}

extension ResultRow {
    init(_ line: DraftLine) {
        self.init(
            line: line.line, externalRef: line.draft.externalRef, outcome: .invalid,
            code: "INVALID_ARGUMENT", message: LineSentence.brokenLine.english,
            violations: line.faults.map {
                Fault(field: $0.column, code: $0.code, message: $0.message)
            })
    }

    init(_ ticket: FilingFeed.Ticket, _ result: Result<SubmissionReceipt, RecoursError>) {
        switch result {
        case .success(let receipt):
            self.init(
                line: ticket.line, externalRef: ticket.externalReference,
                outcome: receipt.alreadyFiled ? .alreadyFiled : .filed,
                publicNumber: receipt.publicNumber,
                caseId: CaseReference.text(of: receipt.caseID))
        case .failure(let error):
            self.init(
                line: ticket.line, externalRef: ticket.externalReference, outcome: .refused,
                code: error.code.name ?? "\(error.code.rawValue)", message: error.message,
                violations: error.violations.map {
                    Fault(field: $0.fieldPath, code: $0.code, message: $0.description)
                })
        }
    }
}

/// What became of one line of a file, for people and programs.
protocol ResultLine: Encodable, Sendable {
    /// The titles of its columns in a CSV file.
    static var columns: [String] { get }
    var cells: [String] { get }
}

extension ResultRow: ResultLine {
    static let columns = [
        "line", "external_ref", "outcome", "public_number", "case_id", "code", "message",
        "violations",
    ]

    var cells: [String] {
        [
            String(line), externalRef, outcome.rawValue, publicNumber, caseId, code, message,
            Fault.cell(violations),
        ]
    }
}

extension ResultRow.Fault {
    static func cell(_ faults: [ResultRow.Fault]) -> String {
        faults.map { "\($0.field) \($0.code)" }.joined(separator: "|")
    }
}

/// The results of a file, a line each, appended run after run: the last line of an item counts.
struct ResultFile<Row: ResultLine>: Sendable {
    private let file: OutputFile
    private let isCSV: Bool

    /// CSV if the name ends so, NDJSON otherwise.
    init(path: String, isNew: Bool) throws(CommandError) {
        file = try OutputFile(path, .append)
        isCSV = path.hasSuffix(".csv")
        if isCSV, isNew { try file.write(Row.columns.joined(separator: ";") + "\n") }
    }

    func write(_ row: Row) throws(CommandError) {
        let line = isCSV ? Self.csv(row) : try Terminal.json(row, pretty: false)
        try file.write(line + "\n")
    }

    static func csv(_ row: Row) -> String { CSVText.line(row.cells) }
}
