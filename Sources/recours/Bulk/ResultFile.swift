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

/// The results of a bulk filing, a line each, appended run after run: the last line of a case
/// counts.
struct ResultFile: Sendable {
    private static let columns = [
        "line", "external_ref", "outcome", "public_number", "case_id", "code", "message",
        "violations",
    ]

    private let file: OutputFile
    private let isCSV: Bool

    /// CSV if the name ends so, NDJSON otherwise.
    init(path: String, isNew: Bool) throws(CommandError) {
        file = try OutputFile(path, .append)
        isCSV = path.hasSuffix(".csv")
        if isCSV, isNew { try file.write(ResultFile.columns.joined(separator: ";") + "\n") }
    }

    func write(_ row: ResultRow) throws(CommandError) {
        try file.write((isCSV ? ResultFile.csv(row) : try Terminal.json(row, pretty: false)) + "\n")
    }

    static func csv(_ row: ResultRow) -> String {
        let violations = row.violations.map { "\($0.field) \($0.code)" }.joined(separator: "|")
        let fields = [
            String(row.line), row.externalRef, row.outcome.rawValue, row.publicNumber, row.caseId,
            row.code, row.message, violations,
        ]
        return CSVText.line(fields)
    }
}
