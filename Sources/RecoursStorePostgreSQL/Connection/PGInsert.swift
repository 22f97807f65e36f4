// SPDX-License-Identifier: EUPL-1.2

/// The types of what statements are given.
enum PGType: String {
    case int8, text, bytea, uuid, bool
}

/// Writes any number of rows with one statement, a column an array: so it is prepared once, and
/// costs a round trip's share whatever their number.
struct PGInsert {
    private let sql: String

    /// - Parameter conflict: `ON CONFLICT …`.
    init(_ table: String, _ columns: KeyValuePairs<String, PGType>, _ conflict: String = "") {
        let names = columns.map(\.key).joined(separator: ", ")
        let arrays = columns.enumerated().map { "$\($0.offset + 1)::\($0.element.value)[]" }
        sql = """
            INSERT INTO \(table) (\(names)) SELECT * FROM unnest(\(arrays.joined(separator: ", ")))
            \(conflict)
            """
    }

    func callAsFunction(_ columns: [PGValue]) -> PGRequest { PGRequest(sql, columns) }
}
