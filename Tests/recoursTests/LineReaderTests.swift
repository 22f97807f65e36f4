// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import Testing

@testable import recours

@Suite("Lines and JSON are read as they come")
struct LineReaderTests {
    @Test("The same lines come whatever pieces the bytes come in")
    func everySplit() throws {
        let bytes = Array("\u{FEFF}un\r\n\ntrois é\nquatre".utf8)
        for cut in 0...bytes.count {
            var reader = LineReader([Array(bytes[..<cut]), Array(bytes[cut...])].reading())
            var lines: [String] = []
            while let line = try reader.next() {
                lines.append(String(decoding: line, as: UTF8.self))
            }
            #expect(lines == ["un", "", "trois é", "quatre"])
            #expect(reader.line == 4)
        }
    }

    @Test("A line without end is refused before it fills the memory")
    func bounded() {
        let chunk = [UInt8](repeating: 0x20, count: 1 << 20)
        var reader = LineReader { chunk }
        #expect(throws: CommandError.self) { try reader.next() }
    }

    @Test("A fault in JSON is told with its path")
    func path() {
        let text = #"{"complainant": {"contact": {"name": 3}}}"#
        let fault = #expect(throws: JSONFault.self) {
            try JSONText.message(CaseDraft.self, Array(text.utf8))
        }
        #expect(fault?.path == "complainant.contact.name")
    }

    @Test("A name that no field has is refused")
    func unknown() {
        let fault = #expect(throws: JSONFault.self) {
            try JSONText.message(CaseDraft.self, Array(#"{"titel": "x"}"#.utf8))
        }
        #expect(fault?.message.contains("titel") == true)
    }

    @Test(
        "The format is seen by name, then by content",
        arguments: [
            ("a.csv", "{", CaseFormat.csv), ("a.jsonl", "x", .ndjson), ("-", " \n{", .ndjson),
            ("-", "external_ref;siret", .csv), ("cases", "\u{FEFF}{", .ndjson),
        ])
    func format(path: String, content: String, expected: CaseFormat) {
        #expect(CaseFormat.guess(path: path, firstBytes: Array(content.utf8)) == expected)
    }
}
