// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// A record of a table, read cell by cell; what cannot be read is noted.
struct TableRow<Column: TableColumn> {
    let header: TableHeader<Column>
    let record: CSVRecord
    private(set) var faults: [LineFault] = []

    init(_ record: CSVRecord, _ header: TableHeader<Column>) {
        self.header = header
        self.record = record
        guard record.fields.count != header.fieldCount else { return }
        faults.append(
            LineFault(
                line: record.line, column: "-", code: "FIELD_COUNT",
                LineSentence.fieldCount(record.fields.count, header: header.fieldCount)))
    }

    func text(_ column: Column) -> String { header.value(column, in: record) }

    /// What stands between bars.
    func list(_ column: Column) -> [String] {
        text(column).split(separator: "|").map { Trimming.trimmed(String($0)) }
            .filter { !$0.isEmpty }
    }

    mutating func note(_ column: Column, _ breach: Breach) {
        faults.append(LineFault(line: record.line, column: header.name(of: column), breach))
    }

    mutating func note(_ column: Column, code: String, _ what: some Sentence) {
        faults.append(
            LineFault(line: record.line, column: header.name(of: column), code: code, what))
    }

    mutating func instant(_ column: Column) -> Int64? {
        reading(column) { text throws(Breach) in try WrittenInstant.milliseconds(text) }
    }

    /// An amount and its currency, which is the euro where none is written.
    mutating func money(_ column: Column, currency: Column) -> RecoursMessages.Money? {
        let written = text(currency).uppercased()
        let code = written.isEmpty ? "EUR" : written
        return reading(column) { text throws(Breach) in
            RecoursMessages.Money(
                minorUnits: try WrittenAmount.minorUnits(text, currency: code), currency: code)
        }
    }

    mutating func yes(_ column: Column) -> Bool? {
        let text = text(column)
        guard !text.isEmpty else { return nil }
        if let yes = WrittenYes.value(of: text) { return yes }
        note(column, code: "UNKNOWN_VALUE", LineSentence.yesOrNo)
        return nil
    }

    mutating func value<Value>(_ column: Column, _ labels: Labels.Table<Value>) -> Value? {
        let text = text(column)
        guard !text.isEmpty else { return nil }
        if let value = labels.value(of: text) { return value }
        note(column, code: "UNKNOWN_VALUE", labels.advice(for: text))
        return nil
    }

    mutating func identifier(_ column: Column) -> [UInt8] {
        reading(column) { text throws(Breach) in
            guard let bytes = CaseReference.bytes(of: text) else { throw Breach(.identifierForm) }
            return bytes
        } ?? []
    }

    /// A number that counts from 0.
    mutating func number(_ column: Column) -> UInt64? {
        reading(column) { text throws(Breach) in
            guard let number = UInt64(text) else { throw Breach(.unknownValue) }
            return number
        }
    }

    private mutating func reading<Value>(
        _ column: Column, _ read: (String) throws(Breach) -> Value
    ) -> Value? {
        let text = text(column)
        guard !text.isEmpty else { return nil }
        do throws(Breach) {
            return try read(text)
        } catch {
            note(column, error)
            return nil
        }
    }
}
