// SPDX-License-Identifier: EUPL-1.2

/// A column that a table may have, by the names that partners write.
protocol TableColumn: Hashable, Sendable {
    /// The first is what helps call it; capitals, accents and dashes don't matter.
    var names: [String] { get }
    /// Fields of the protocol that are written in the column, but for those called as it is.
    var fields: [String] { get }
}

extension TableColumn {
    var name: String { names.first ?? "" }
    var fields: [String] { [] }
}

extension TableColumn where Self: CaseIterable {
    /// The column in which a violation's field is written, by the last part of its path; nil for a
    /// field with no column.
    init?(fieldPath: String) {
        let last = fieldPath.split(separator: ".").last ?? ""
        let field = String(last.prefix { $0 != "[" })
        let column = Self.allCases.first { $0.names.contains(field) || $0.fields.contains(field) }
        guard let column else { return nil }
        self = column
    }
}

/// Which field of a record is which column.
struct TableHeader<Column: TableColumn>: Sendable {
    private let places: [Column: Int]
    /// As the file has them, to be found again in it.
    private let written: [Column: String]
    let fieldCount: Int

    /// Reads the first record. Throws `CommandError` with every name that is wrong or missing.
    init(
        _ record: CSVRecord, file: String, columns: [Column], required: [Column]
    ) throws(CommandError) {
        var places: [Column: Int] = [:]
        var written: [Column: String] = [:]
        var faults: [LineSentence] = []
        for (place, field) in record.fields.enumerated() {
            let name = Trimming.trimmed(field)
            let plain = Labels.plain(name)
            let column = columns.first { $0.names.contains { Labels.plain($0) == plain } }
            guard let column else {
                let nearest = Nearest.name(to: name.lowercased(), among: columns.flatMap(\.names))
                faults.append(.unknown(column: SafeText.line(field), meant: nearest))
                continue
            }
            if places.updateValue(place, forKey: column) != nil {
                faults.append(.twice(column: column.name))
            }
            written[column] = name
        }
        let missing = required.filter { places[$0] == nil }.map(\.name)
        if !missing.isEmpty { faults.append(.missing(columns: missing)) }
        guard faults.isEmpty else {
            throw CommandError(
                .badData,
                FileSentence.lines(
                    faults.map { LineSentence.fault(file, line: record.line, what: $0.text).text }),
                remedy: TableSentence.columns(columns.map(\.name)))
        }
        self.places = places
        self.written = written
        fieldCount = record.fields.count
    }

    /// The column's value in a record, without the spaces around it; empty if there is none.
    func value(_ column: Column, in record: CSVRecord) -> String {
        guard let place = places[column], record.fields.indices.contains(place) else { return "" }
        return Trimming.trimmed(record.fields[place])
    }

    /// What the file calls the column.
    func name(of column: Column) -> String { written[column] ?? column.name }
}
