// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages

/// One case of a file, and what is wrong with it.
struct DraftLine: Sendable {
    /// The line on which it begins, from 1.
    let line: Int
    let draft: RecoursMessages.CaseDraft
    let faults: [LineFault]
    /// Files that go with it, still to be uploaded.
    var pieces: [Piece] = []
}

/// One rule that one line breaks. It never holds the value: values may be personal data, and a list
/// of faults goes by mail.
struct LineFault: Sendable, Hashable, Encodable {
    let line: Int
    /// The column of a CSV file, the field's path otherwise.
    let column: String
    let code: String
    /// For programs and for files of results, in English.
    let message: String
    /// For people.
    let shown: String

    private enum CodingKeys: String, CodingKey {
        case line, column, code, message
    }

    init(line: Int, column: String, code: String, _ what: some Sentence) {
        self.init(
            line: line, column: column, code: code, message: what.english, shown: what.text)
    }

    private init(line: Int, column: String, code: String, message: String, shown: String) {
        self.line = line
        self.column = column
        self.code = code
        self.message = message
        self.shown = shown
    }

    /// What the server says of a field.
    init(line: Int, column: String, _ violation: FieldViolation) {
        self.init(
            line: line, column: column, code: violation.code, message: violation.description,
            shown: ViolationText.meaning(
                violation.code, limit: violation.limit, actual: violation.actual,
                english: violation.description))
    }

    init(line: Int, column: String, _ breach: Breach) {
        let violation = Violation(column, breach)
        self.init(
            line: line, column: column, code: violation.code.rawValue,
            message: violation.description,
            shown: ViolationText.meaning(
                violation.code.rawValue, limit: violation.limit, actual: violation.actual,
                english: violation.description))
    }

    /// `cases.csv:17: siret: SIRET_LEADING_ZERO_LOST the SIRET lost …`.
    func text(file: String) -> String {
        "\(file):\(line): \(column): \(code) \(shown)"
    }
}

/// Checks drafts by the rules that the server applies, without a server.
///
/// What only the server knows is left to it: mandates, platforms, references used before.
struct DraftCheck: Sendable {
    /// The date in Paris.
    let today: CalendarDate

    /// Everything wrong with a draft. `found` is what was already found while reading.
    func violations(
        _ message: RecoursMessages.CaseDraft, startingWith found: [Violation] = []
    ) -> [Violation] {
        var reader = MessageReader(from: .partner)
        let draft = reader.draft(message)
        return draft.normalised().violations(
            today: today, startingWith: found + reader.violations)
    }

    /// The same, each with its line and the field's path.
    func faults(_ message: RecoursMessages.CaseDraft, line: Int) -> [LineFault] {
        violations(message).map { LineFault(line: line, column: $0.fieldPath, $0.breach) }
    }
}
