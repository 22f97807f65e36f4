// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// One item of a file, and what is wrong with its line.
struct LineItem<Message: Sendable>: Sendable {
    let line: Int
    /// Nil if it cannot be read at all.
    let message: Message?
    let faults: [LineFault]
}

/// A file with an item a line: CSV with known columns, or JSON Lines of the protocol's messages.
struct ItemFile<Column: TableColumn, Message: RecoursMessage>: Sendable {
    let file: InputFile
    /// What the file is called in reports.
    let name: String
    let format: CaseFormat
    let columns: [Column]
    let required: [Column]
    let make: @Sendable (inout TableRow<Column>) -> Message

    /// `format` nil: seen by the file's name or its first sign, which the standard input must not
    /// lose; so there it is seen by none, and CSV.
    init(
        _ path: String, name: String, format: CaseFormat?, columns: [Column], required: [Column],
        make: @escaping @Sendable (inout TableRow<Column>) -> Message
    ) throws(CommandError) {
        file = InputFile(path: path)
        self.name = name
        self.columns = columns
        self.required = required
        self.make = make
        if let format {
            self.format = format
        } else {
            let start = path == "-" ? nil : try FileHandleOwner(reading: path).read()
            self.format = CaseFormat.guess(path: name, firstBytes: start ?? [])
        }
    }

    /// Begins a reading. Throws `CommandError` for a file or header that cannot be read.
    func reader() throws(CommandError) -> ItemReader<Column, Message> { try ItemReader(self) }
}

/// Reads a file item by item; holds one of them at a time.
struct ItemReader<Column: TableColumn, Message: RecoursMessage> {
    private let source: ItemFile<Column, Message>
    /// One of both.
    private var table: CSVReader?
    private var lines: LineReader?
    private var header: TableHeader<Column>?

    init(_ source: ItemFile<Column, Message>) throws(CommandError) {
        self.source = source
        let read = try source.file.open()
        do {
            guard source.format == .csv else {
                lines = LineReader(read)
                return
            }
            var reader = try CSVReader(read)
            guard let first = try reader.next() else {
                throw CommandError(
                    .badData, FileSentence.empty(source.name), remedy: FileSentence.columnsFirst)
            }
            table = reader
            header = try TableHeader(
                first, file: source.name, columns: source.columns, required: source.required)
        } catch {
            throw Self.failure(error, source.name)
        }
    }

    /// The next item with its faults; nil after the last. Throws `CommandError` where nothing more
    /// can be read.
    mutating func next() throws(CommandError) -> LineItem<Message>? {
        do {
            if let header {
                guard let record = try table?.next() else { return nil }
                var row = TableRow(record, header)
                let message = source.make(&row)
                return LineItem(line: record.line, message: message, faults: row.faults)
            }
            while let bytes = try lines?.next() {
                if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                return item(bytes, line: lines?.line ?? 0)
            }
            return nil
        } catch {
            throw Self.failure(error, source.name)
        }
    }

    private func item(_ bytes: [UInt8], line: Int) -> LineItem<Message> {
        do throws(JSONFault) {
            return LineItem(
                line: line, message: try JSONText.message(Message.self, bytes), faults: [])
        } catch {
            let fault = LineFault(
                line: line, column: error.path.isEmpty ? "-" : error.path, code: "JSON",
                error.said)
            return LineItem(line: line, message: nil, faults: [fault])
        }
    }

    private static func failure(_ error: any Error, _ file: String) -> CommandError {
        if let fault = error as? CSVError {
            return CommandError(
                .badData, fault.said(of: file), remedy: LineSentence.mendFirst)
        }
        return CommandError(.inputOutput, reading: file, error)
    }
}
