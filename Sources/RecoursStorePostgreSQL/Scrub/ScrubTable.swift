// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// A table whose rows are walked in the order of its primary key.
struct ScrubTable {
    private static let rows = 256

    let name: String
    let key: KeyValuePairs<String, PGType>
    /// What is looked at of a row, behind its key.
    let columns: String

    /// Looks at some rows after a place.
    ///
    /// - Parameter check: throws `corrupted` for a row that is damaged.
    func walk(
        _ reader: PostgreSQLReader, after place: ScrubPlace?,
        _ check: (PGRow, inout ScrubSlice) throws(StoreError) -> Void
    ) throws(StoreError) -> ScrubSlice {
        var slice = ScrubSlice()
        let found = try reader.rows(sql(hasPlace: place != nil), place?.columns ?? [])
        for row in found {
            slice.records += 1
            do throws(StoreError) {
                try check(row, &slice)
            } catch {
                try slice.take(error, of: "A row of the table \(name)")
            }
        }
        if found.count == Self.rows, let last = found.last { slice.next = self.place(of: last) }
        return slice
    }

    private func sql(hasPlace: Bool) -> String {
        let names = key.map(\.key).joined(separator: ", ")
        let marks = key.enumerated().map { "$\($0.offset + 1)::\($0.element.value)" }
        let condition = hasPlace ? "WHERE (\(names)) > (\(marks.joined(separator: ", ")))" : ""
        return """
            SELECT \(names), \(columns) FROM \(name) \(condition)
            ORDER BY \(names) LIMIT \(Self.rows)
            """
    }

    private func place(of row: PGRow) -> ScrubPlace {
        ScrubPlace(
            key.enumerated().map { column in
                switch column.element.value {
                case .text: .text(row.text(column.offset))
                case .bytea, .uuid: .bytes(row.bytes(column.offset))
                case .int8, .bool: .integer(row.integer(column.offset))
                }
            })
    }
}
