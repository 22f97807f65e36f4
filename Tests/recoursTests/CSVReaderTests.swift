// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import recours

@Suite("CSV files are read a record at a time")
struct CSVReaderTests {
    private static let sample =
        "\u{FEFF}a;b;c\r\n1;\"deux; \"\"mots\"\"\";3\r\n\r\n\"x\ny\";é;\n;;\nfin;;z"
    private static let records = [
        CSVRecord(line: 1, fields: ["a", "b", "c"]),
        CSVRecord(line: 2, fields: ["1", "deux; \"mots\"", "3"]),
        CSVRecord(line: 4, fields: ["x\ny", "é", ""]),
        CSVRecord(line: 6, fields: ["", "", ""]),
        CSVRecord(line: 7, fields: ["fin", "", "z"]),
    ]

    private func records(_ chunks: [[UInt8]]) throws -> [CSVRecord] {
        var reader = try CSVReader(chunks.reading())
        var records: [CSVRecord] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    @Test("The same records come whatever pieces the bytes come in")
    func everySplit() throws {
        let bytes = Array(Self.sample.utf8)
        for first in 0...bytes.count {
            for second in stride(from: first, through: bytes.count, by: 3) {
                let chunks = [
                    Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...]),
                ]
                #expect(try records(chunks) == Self.records)
            }
        }
        #expect(try records(bytes.map { [$0] }) == Self.records)
    }

    @Test(
        "The delimiter is seen from the first line",
        arguments: [
            ("a;b\n1;2", ["1", "2"]), ("a,b\n1,2", ["1", "2"]), ("a\n1,2;3", ["1,2", "3"]),
        ])
    func delimiter(text: String, fields: [String]) throws {
        #expect(try records([Array(text.utf8)]).last?.fields == fields)
    }

    @Test("A quote that is never closed is told by the line that opens it")
    func unclosed() throws {
        var reader = try CSVReader([Array("a;b\n1;2\n3;\"vier\n5;6\n".utf8)].reading())
        _ = try reader.next()
        _ = try reader.next()
        let error = #expect(throws: CSVError.self) { try reader.next() }
        #expect(error?.line == 3)
        #expect(error?.field == 2)
    }

    @Test("Text after a closing quote is a fault")
    func afterQuote() throws {
        var reader = try CSVReader([Array("\"a\"b;c\n".utf8)].reading())
        let error = #expect(throws: CSVError.self) { try reader.next() }
        #expect(error?.line == 1)
    }

    @Test("Text that is not UTF-8 is told with its place")
    func encoding() throws {
        var reader = try CSVReader([Array("a;b\n1;".utf8) + [0xE9, 0x0A]].reading())
        _ = try reader.next()
        let error = #expect(throws: CSVError.self) { try reader.next() }
        #expect(error?.line == 2)
        #expect(error?.field == 2)
    }

    @Test("A record without end is refused before it fills the memory")
    func bounded() throws {
        let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
        var reader = try CSVReader { chunk }
        #expect(throws: CSVError.self) { try reader.next() }
    }
}

extension [[UInt8]] {
    /// Gives one element after another, then nil.
    func reading() -> () throws -> [UInt8]? {
        var rest = self[...]
        return { rest.popFirst() }
    }
}
