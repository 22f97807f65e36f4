// SPDX-License-Identifier: EUPL-1.2

/// A table of what a store keeps, as every database has it under these names.
package struct StoreTable: Sendable {
    /// What a column holds; each database has a type of its own for it.
    package enum Kind: Sendable {
        case integer, text, bytes
        /// 0 or 1.
        case flag
        /// Sixteen bytes.
        case identifier
        /// Texts without control characters; as one text they stand between separators.
        case words
    }

    package struct Column: Sendable {
        package let name: String
        package let kind: Kind
    }

    /// Between the words of a list in one text: a control character, which no text holds.
    package static let separator: Character = "\u{1F}"

    package let name: String
    /// Those of the key first, in its order.
    package let columns: [Column]
    /// The columns by which rows are in order, and each once.
    package let key: ArraySlice<Column>

    init(
        _ name: String, key: KeyValuePairs<String, Kind>,
        _ others: KeyValuePairs<String, Kind> = [:]
    ) {
        self.name = name
        columns = (Array(key) + Array(others)).map { Column(name: $0.key, kind: $0.value) }
        self.key = columns.prefix(key.count)
    }

    package func place(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}
