// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursCases

@Suite("Evidence")
struct EvidenceTests {
    private static let now = Instant(millisecondsSince1970: 1_543_575_600_000)

    private static let claim = EvidenceClaim(
        name: "facture.pdf", size: 1_000, sha256: [UInt8](repeating: 1, count: 32), media: .pdf,
        visibility: .parties)

    struct Fault: Sendable {
        let path: String
        let code: ViolationCode
        let change: @Sendable (inout EvidenceClaim) -> Void

        init(
            _ path: String, _ code: ViolationCode,
            _ change: @escaping @Sendable (inout EvidenceClaim) -> Void
        ) {
            self.path = path
            self.code = code
            self.change = change
        }
    }

    @Test(
        "A claim breaks each rule of its own by one change",
        arguments: [
            Fault("name", .required) { $0.name = "" },
            Fault("name", .tooLong) { $0.name = String(repeating: "a", count: 201) },
            Fault("name", .fileNameForm) { $0.name = "../etc/passwd" },
            Fault("name", .fileNameForm) { $0.name = "C:\\temp.pdf" },
            Fault("name", .fileNameForm) { $0.name = "a\tb" },
            Fault("name", .fileNameForm) { $0.name = "exe\u{202E}fdp.pdf" },
            Fault("name", .fileNameForm) { $0.name = ".." },
            Fault("name", .controlCharacter) { $0.name = "a\u{0}b" },
            Fault("size", .required) { $0.size = 0 },
            Fault("size", .tooLarge) { $0.size = 20 << 20 + 1 },
            Fault("sha256", .required) { $0.sha256 = [] },
            Fault("sha256", .identifierForm) { $0.sha256 = [1] },
            Fault("media", .required) { $0.media = nil },
            Fault("visibility", .required) { $0.visibility = nil },
            Fault("captured_at_ms", .dateInFuture) {
                $0.capturedAt = Instant(millisecondsSince1970: 1_643_575_600_000)
            },
            Fault("captured_at_ms", .dateTooEarly) {
                $0.capturedAt = Instant(millisecondsSince1970: 1)
            },
            Fault("source_url", .urlForm) { $0.sourceURL = "javascript:alert(1)" },
        ])
    func claims(_ fault: Fault) {
        #expect(Self.claim.violations(now: Self.now).isEmpty)
        var claim = Self.claim
        fault.change(&claim)
        let found = claim.violations(now: Self.now)
        #expect(found.map(\.fieldPath) == [fault.path])
        #expect(found.map(\.code) == [fault.code])
    }

    @Test("A name's ending tells the kind")
    func endings() {
        #expect(EvidenceMedia(fileName: "Capture.PNG") == .png)
        #expect(EvidenceMedia(fileName: "a.b.jpeg") == .jpeg)
        #expect(EvidenceMedia(fileName: "a.exe") == nil)
        #expect(EvidenceMedia(fileName: "facture") == nil)
    }

    // MARK: Contents

    struct Content: Sendable, CustomTestStringConvertible {
        let media: EvidenceMedia
        let bytes: [UInt8]
        var testDescription: String { "\(media) \(bytes.prefix(24))" }

        init(_ media: EvidenceMedia, _ bytes: [UInt8]) {
            self.media = media
            self.bytes = bytes
        }

        init(_ media: EvidenceMedia, _ text: String) {
            self.init(media, Array(text.utf8))
        }
    }

    private static func entry(_ name: String, _ data: String = "x") -> [UInt8] {
        var bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 22)
        bytes += [UInt8(name.utf8.count), 0, 0, 0]
        return bytes + Array(name.utf8) + Array(data.utf8)
    }

    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR....".utf8)

    static let contents: [Content] = [
        Content(.png, png), Content(.png, [0x89, 0x50]), Content(.jpeg, [0xFF, 0xD8, 0xFF, 0xE0]),
        Content(.jpeg, png), Content(.webp, "RIFF....WEBPVP8 "), Content(.webp, "RIFF....WAVE"),
        Content(.pdf, "%PDF-1.7 ..."), Content(.pdf, "<html>%PDF-1.7"), Content(.pdf, ""),
        Content(.text, "Bonjour, ça va ?\n"), Content(.text, "nul\u{0}"),
        Content(.text, [0x4D, 0x5A, 0x90]), Content(.csv, "a;b\n1;2\n"),
        Content(.csv, [0xC3]), Content(.text, [0xED, 0xA0, 0x80]),
        Content(.text, [0xF4, 0x90, 0x80, 0x80]), Content(.text, [0xC0, 0x80]),
        Content(.json, "{\"a\": [1, 2.5e+3, true, null, \"]}\\\"\"]}\n"),
        Content(.json, "\u{FEFF}[]"), Content(.json, "\"x\""), Content(.json, "{]"),
        Content(.json, "{\"a\": 1"), Content(.json, "[] []"), Content(.json, "<x/>"),
        Content(.json, "  "), Content(.json, "[\"\n\"]"),
        Content(.json, String(repeating: "[", count: 600) + String(repeating: "]", count: 600)),
        Content(.email, "From: a@b.example\r\nSubject: Refus\r\n folded\r\n\r\nBonjour"),
        Content(.email, [0x44, 0x61, 0x74, 0x65, 0x3A, 0x20, 0x0A, 0x0A, 0xE9]),
        Content(.email, "Bonjour,\n\nvoici"), Content(.email, "X-Nothing: 1\n\n"),
        Content(.email, " folded: first\n"),
        Content(.docx, entry("[Content_Types].xml") + entry("word/document.xml")),
        Content(.docx, entry("_rels/.rels") + entry("word/document.xml")),
        Content(.docx, entry("word/document.xml") + entry("word/vbaProject.bin")),
        Content(.docx, entry("META-INF/MANIFEST.MF") + entry("word/document.xml")),
        Content(.docx, entry("[Content_Types].xml") + entry("xl/workbook.xml")),
        Content(.docx, "PK"),
    ]

    /// Places of the contents that are of their kind.
    private static let right: Set<Int> = [
        0, 2, 4, 6, 9, 12, 17, 18, 19, 27, 28, 32, 33,
    ]

    @Test("A content is of its kind or not, however it is cut", arguments: contents.indices)
    func kinds(_ place: Int) {
        let content = Self.contents[place]
        for step in [content.bytes.count + 1, 1, 3, 7] {
            var check = ContentCheck(content.media)
            for start in stride(from: 0, to: content.bytes.count, by: step) {
                check.take(Array(content.bytes[start...].prefix(step)))
            }
            #expect(check.isRight == Self.right.contains(place), "step \(step)")
        }
    }

    @Test("Long headers of mail are looked at as far as they are kept")
    func longHeaders() {
        var check = ContentCheck(.email)
        check.take(Array("Received: by mx\r\n".utf8))
        check.take(Array("X-Long: \(String(repeating: "a", count: 10_000))\r\n\r\n".utf8))
        #expect(check.isRight)
    }
}
