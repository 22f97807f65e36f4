// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Testing

@testable import recoursd

@Suite("Log lines")
struct LogOutputTests {
    @Test("A JSON line stays one line and one object whatever is in it")
    func json() throws {
        let line = LogOutput.line(
            .json, at: "T", level: .info, label: "recoursd", message: "a\nb\u{1B}\"\\",
            metadata: ["partner": "x\u{0}"])
        #expect(line.hasSuffix("}\n"))
        #expect(line.dropLast().contains("\n") == false)
        let value = try JSONValue.parse(Array(line.utf8), path: "line")
        guard case .object(let members) = value else {
            Issue.record("not an object: \(line)")
            return
        }
        #expect(members["message"] == .text("a\nb\u{1B}\"\\"))
        #expect(members["partner"] == .text("x\u{0}"))
        #expect(members["level"] == .text("info"))
    }

    @Test("A text line can neither be forged nor drive a terminal")
    func text() {
        let line = LogOutput.line(
            .text, at: "T", level: .warning, label: "recoursd", message: "a\nb\u{1B}[2J\u{9B}",
            metadata: ["z": "1", "a": "\r2"])
        #expect(line == "T warning a b [2J  a= 2 z=1\n")
    }
}
