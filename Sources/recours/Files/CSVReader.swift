// SPDX-License-Identifier: EUPL-1.2

/// One record of a CSV file.
struct CSVRecord: Sendable, Equatable {
    /// The line on which it begins, from 1.
    let line: Int
    let fields: [String]
}

/// What is wrong with a CSV file, and where.
struct CSVError: Error, Equatable {
    let line: Int
    /// The field's place in its record, from 1.
    let field: Int
    let fault: LineSentence

    /// The same, of the file so called.
    func said(of file: String) -> LineSentence {
        .at(file: file, line: line, field: field, fault: fault.text)
    }
}

/// Reads CSV as it comes, a record at a time, whatever the file's size: RFC 4180, with `;` or `,`
/// between fields, LF or CRLF, an optional byte-order mark, and line breaks within quotes.
///
/// The packaged readers load a whole file and know no lines; an error must be found again in the
/// spreadsheet it came from.
struct CSVReader {
    /// Bounds on one record, so that a missing quote cannot read a whole file into memory.
    static let maxFieldBytes = 1 << 20
    static let maxFields = 200

    private enum Place {
        case fieldStart
        case plain
        case quoted
        /// After a quote within quotes: the end, or the first of a doubled one.
        case quoteInQuotes
    }

    private let delimiter: UInt8
    private let read: () throws -> [UInt8]?
    private var chunk: ArraySlice<UInt8>
    private var line = 1
    private var isAtEnd = false

    /// Finds out the delimiter from the first line. `read` gives the next bytes, nil at the end.
    init(_ read: @escaping () throws -> [UInt8]?) throws {
        self.read = read
        var start: [UInt8] = []
        while !start.contains(UInt8(ascii: "\n")), start.count < CSVReader.maxFieldBytes {
            guard let bytes = try read() else { break }
            start += bytes
        }
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
        let header = start.prefix { $0 != UInt8(ascii: "\n") }
        let semicolons = header.count { $0 == UInt8(ascii: ";") }
        let commas = header.count { $0 == UInt8(ascii: ",") }
        delimiter = semicolons >= commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
        chunk = start[...]
    }

    /// The next record that is not an empty line; nil at the end. Throws `CSVError`, or what
    /// reading throws. After a `CSVError` nothing more can be read: where a quote is missing is
    /// unknown.
    mutating func next() throws -> CSVRecord? {
        while let record = try nextLine() {
            if record.fields != [""] { return record }
        }
        return nil
    }

    private mutating func nextLine() throws -> CSVRecord? {
        guard !isAtEnd else { return nil }
        let firstLine = line
        var fields: [String] = []
        var field: [UInt8] = []
        var place = Place.fieldStart
        while true {
            guard let byte = try nextByte() else {
                isAtEnd = true
                if place == .quoted {
                    throw CSVError(
                        line: firstLine, field: fields.count + 1,
                        fault: .unclosedQuote)
                }
                if fields.isEmpty, field.isEmpty, place == .fieldStart { return nil }
                fields.append(try text(field, line: firstLine, field: fields.count + 1))
                return CSVRecord(line: firstLine, fields: fields)
            }
            switch (place, byte) {
            case (.fieldStart, UInt8(ascii: "\"")): place = .quoted
            case (.quoted, UInt8(ascii: "\"")): place = .quoteInQuotes
            case (.quoteInQuotes, UInt8(ascii: "\"")):
                field.append(byte)
                place = .quoted
            case (.quoted, _): field.append(byte)
            case (_, delimiter):
                fields.append(try text(field, line: firstLine, field: fields.count + 1))
                field.removeAll(keepingCapacity: true)
                place = .fieldStart
            case (_, UInt8(ascii: "\n")):
                fields.append(try text(field, line: firstLine, field: fields.count + 1))
                return CSVRecord(line: firstLine, fields: fields)
            // A carriage return belongs to the line's end.
            case (_, UInt8(ascii: "\r")): break
            case (.quoteInQuotes, _):
                throw CSVError(
                    line: firstLine, field: fields.count + 1,
                    fault: .textAfterQuote)
            case (.fieldStart, _), (.plain, _):
                field.append(byte)
                place = .plain
            }
            guard field.count <= CSVReader.maxFieldBytes, fields.count < CSVReader.maxFields else {
                throw CSVError(
                    line: firstLine, field: fields.count + 1,
                    fault: .recordTooLarge)
            }
        }
    }

    private mutating func nextByte() throws -> UInt8? {
        while chunk.isEmpty {
            guard let bytes = try read() else { return nil }
            chunk = bytes[...]
        }
        let byte = chunk.removeFirst()
        if byte == UInt8(ascii: "\n") { line += 1 }
        return byte
    }

    private func text(_ bytes: [UInt8], line: Int, field: Int) throws(CSVError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CSVError(
                line: line, field: field,
                fault: .notUTF8)
        }
        return text
    }
}
