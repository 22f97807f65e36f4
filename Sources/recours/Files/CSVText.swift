// SPDX-License-Identifier: EUPL-1.2

/// Fields as RFC 4180 has them, between semicolons, as spreadsheets in France expect.
enum CSVText {
    /// What makes a formula of a cell in one spreadsheet or another, if a text begins with it; the
    /// wide forms do in some languages. JSON gives the same texts as they are.
    private static let formulaBeginnings: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
    private static let special: Set<Unicode.Scalar> = [";", "\"", "\r", "\n", "\t"]

    static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ";")
    }

    /// Behind an apostrophe if a spreadsheet would compute it, quoted where it must be.
    static func field(_ text: String) -> String {
        // By scalars: a mark that joins the first character must not hide it.
        let isFormula = text.unicodeScalars.first.map(formulaBeginnings.contains) ?? false
        let safe = isFormula ? "'" + text : text
        guard isFormula || safe.unicodeScalars.contains(where: special.contains) else {
            return safe
        }
        return "\""
            + safe.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
