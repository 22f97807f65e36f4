// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import Testing

@testable import recours

@Suite("CSV that is written")
struct CSVTextTests {
    @Test(
        "What a spreadsheet would compute stands behind an apostrophe, quoted",
        arguments: [
            "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1",
            "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}A1", "=\u{301}1",
            "-2+3;cmd|' /C calc'!A0",
        ])
    func formulas(text: String) throws {
        let field = CSVText.field(text)
        #expect(field.hasPrefix("\"'") && field.hasSuffix("\""), "\(field)")
        #expect(try read(CSVText.line([text, "b"])) == ["'" + text, "b"])
    }

    @Test(
        "Every other text comes back as it was",
        arguments: ["", "Amazon", "a;b", "a\"b", "a\nb", "a\r\nb", "a=b", " =1", "'=1", "a\tb"])
    func others(text: String) throws {
        #expect(try read(CSVText.line([text, "b"])) == [text, "b"])
    }

    @Test("A file's results cannot smuggle a formula in, whatever was sent and answered")
    func results() {
        var row = ResultRow(line: 3, externalRef: "=1+1", outcome: .refused)
        row.code = "INVALID_ARGUMENT"
        row.message = "@SUM(A1)"
        row.violations = [.init(field: "-x", code: "TOO_LONG", message: "")]
        let line = ResultFile<ResultRow>.csv(row)
        #expect(line == "3;\"'=1+1\";REFUSED;;;INVALID_ARGUMENT;\"'@SUM(A1)\";\"'-x TOO_LONG\"")
    }

    /// As our own reader takes it.
    private func read(_ line: String) throws -> [String] {
        var bytes = Array((line + "\n").utf8)[...]
        var reader = try CSVReader { () in
            defer { bytes = [] }
            return Array(bytes)
        }
        return try #require(try reader.next()).fields
    }
}
