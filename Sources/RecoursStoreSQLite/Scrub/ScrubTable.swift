// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

/// A table whose rows are walked in the order of its primary key.
struct ScrubTable {
    let name: String
    /// The columns of its primary key, which come first in `columns`.
    let key: [String]
    let columns: String

    /// Looks at the rows after a place, at most `limit` of them.
    ///
    /// - Parameter check: throws `corrupted` for a row that is damaged.
    func walk(
        _ connection: SQLiteConnection, after place: ScrubPlace?, rows limit: Int = 256,
        _ check: (SQLiteStatement, inout ScrubSlice) throws(StoreError) -> Void
    ) throws(StoreError) -> ScrubSlice {
        var slice = ScrubSlice()
        var last: ScrubPlace?
        var rows = 0
        do throws(StoreError) {
            let statement = try statement(connection, after: place, limit)
            while try statement.step() {
                rows += 1
                slice.records += 1
                do throws(StoreError) {
                    try check(statement, &slice)
                    // A damaged row's key leads nowhere.
                    last = statement.place(key.count)
                } catch {
                    try slice.take(error, of: "A row of the table \(name)")
                }
            }
        } catch {
            // Nobody knows where the rows behind a page that cannot be read are.
            try slice.take(error, of: "The table \(name), from a row on,")
            return slice
        }
        guard rows == limit else { return slice }
        if let last, place.map({ $0 < last }) ?? true {
            slice.next = last
        } else {
            slice.damage.append(.corrupted("The order of the table \(name)"))
        }
        return slice
    }

    private func statement(
        _ connection: SQLiteConnection, after place: ScrubPlace?, _ limit: Int
    ) throws(StoreError) -> SQLiteStatement {
        let names = key.joined(separator: ", ")
        let marks = key.map { _ in "?" }.joined(separator: ", ")
        let condition = place == nil ? "" : "WHERE (\(names)) > (\(marks))"
        let statement = try SQLiteStatement(
            connection.handle,
            "SELECT \(columns) FROM \(name) \(condition) ORDER BY \(names) LIMIT \(limit)")
        for (index, value) in (place?.values ?? []).enumerated() {
            switch value {
            case .integer(let number): statement.bind(Int32(index + 1), number)
            case .text(let text): statement.bind(Int32(index + 1), text)
            case .bytes(let bytes): statement.bind(Int32(index + 1), bytes)
            }
        }
        return statement
    }
}
