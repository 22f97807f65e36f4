// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursMessages
import Testing

@testable import recours

@Suite("Files of evidence on this machine")
struct PieceTests {
    private let place: TemporaryPlace

    init() throws {
        place = try TemporaryPlace()
    }

    @Test("A file is looked at before anything is sent")
    func looking() throws {
        let piece = try Piece(path: try place.file("Capture.PNG", "x"))
        #expect(piece.name == "Capture.PNG")
        #expect(piece.media == .png)
        for (name, text, code) in [
            ("vide.pdf", "", ViolationCode.required), ("a.exe", "x", .unknownValue),
            ("sans", "x", .unknownValue), ("\u{202E}a.pdf", "x", .fileNameForm),
        ] {
            let path = try place.file(name, text)
            #expect(throws: Breach(code)) { try Piece(path: path) }
        }
        #expect(throws: Breach(.required)) { try Piece(path: "\(place.path)/absent.pdf") }
    }

    @Test("A key is the same for the same file and purpose, and for no other")
    func keys() throws {
        let first = try Piece(path: try place.file("a.txt", "un"))
        let key = try first.key(for: "R-1")
        #expect(try first.key(for: "R-1") == key)
        #expect(try first.key(for: "R-2") != key)
        let renamed = try Piece(path: try place.file("b.txt", "un"))
        #expect(try renamed.key(for: "R-1") != key)
        let changed = try Piece(path: try place.file("a.txt", "deux"))
        #expect(try changed.key(for: "R-1") != key)
    }

    @Test("An option names a file here or one that was uploaded")
    func named() throws {
        let path = try place.file("a.txt", "un")
        let identifier = "0192f3a1-b2c3-7d4e-8f00-112233445566"
        let all = try NamedPiece.all([identifier, path])
        #expect(
            all == [
                .identifier([
                    0x01, 0x92, 0xF3, 0xA1, 0xB2, 0xC3, 0x7D, 0x4E, 0x8F, 0x00, 0x11, 0x22, 0x33,
                    0x44,
                    0x55, 0x66,
                ]), .file(try Piece(path: path)),
            ])
        // The last is looked at before the first is sent, and told as what it may have been meant.
        let error = #expect(throws: CommandError.self) {
            try NamedPiece.all([path, "\(place.path)/absent.pdf"])
        }
        #expect(error?.status == .noInput)
        #expect(error?.message.contains("nor the identifier") == true)
        let kind = #expect(throws: CommandError.self) {
            try NamedPiece.all([try place.file("a.exe", "x")])
        }
        #expect(kind?.status == .badData)
    }

    @Test("Progress is a bar with the amount in the reader's units")
    func progress() {
        Language.$current.withValue(.french) {
            #expect(
                TransferProgress.line(6 << 20, of: 12_897_485, name: "a\u{1B}.pdf")
                    .hasPrefix("[###########.............] 48 %  12,3 Mio  a"))
            #expect(EvidenceWord.amount(34_816).text == "34 Kio")
        }
        Language.$current.withValue(.english) {
            #expect(EvidenceWord.amount(512).text == "512 B")
        }
    }
}
