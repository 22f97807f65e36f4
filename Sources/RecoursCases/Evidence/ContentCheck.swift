// SPDX-License-Identifier: EUPL-1.2

/// Holds a file's content, as it comes, against the kind that was claimed for it.
///
/// It finds files that are plainly something else, not files that are damaged: a reader of the kind
/// must still be careful.
package struct ContentCheck: Sendable {
    /// Bytes from the beginning that are kept, to be looked at in the end.
    private static let headBytes = 4_096

    private let media: EvidenceMedia
    private var head: [UInt8] = []
    private var text = PlainTextScan()
    private var json = JSONShapeScan()
    private var names = NameSearch()

    package init(_ media: EvidenceMedia) {
        self.media = media
    }

    /// Takes the next bytes.
    package mutating func take(_ bytes: [UInt8]) {
        if head.count < Self.headBytes {
            head.append(contentsOf: bytes.prefix(Self.headBytes - head.count))
        }
        switch media {
        case .text, .csv: text.take(bytes)
        case .json:
            text.take(bytes)
            json.take(bytes)
        case .email: text.take(bytes)
        case .docx: names.take(bytes)
        case .jpeg, .png, .webp, .pdf: break
        }
    }

    /// Whether the content, all of which has been taken, can be of the kind.
    package var isRight: Bool {
        switch media {
        case .jpeg: head.starts(with: [0xFF, 0xD8, 0xFF])
        case .png:
            head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
                && has("IHDR", at: 12)
        case .webp: has("RIFF", at: 0) && has("WEBP", at: 8)
        case .pdf: has("%PDF-", at: 0)
        case .text, .csv: text.isUTF8 && !text.hasNUL
        case .json: text.isUTF8 && !text.hasNUL && json.isWhole
        // Mail may come in any character set, but not in none.
        case .email: !text.hasNUL && hasMailHeaders
        case .docx: isOfficeArchive && names.hasDocument && !names.hasMacros
        }
    }

    private func has(_ word: String, at place: Int) -> Bool {
        head.dropFirst(place).starts(with: word.utf8)
    }

    /// The first entry of a ZIP archive (APPNOTE 6.3 §4.3.7) is one that Office writes.
    private var isOfficeArchive: Bool {
        guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]), head.count > 30 else { return false }
        let length = Int(head[26]) | Int(head[27]) << 8
        let name = String(decoding: head.dropFirst(30).prefix(length), as: UTF8.self)
        let starts = ["word/", "_rels/", "docProps/", "customXml/"]
        return name == "[Content_Types].xml" || starts.contains { name.hasPrefix($0) }
    }

    /// The file begins with header fields (RFC 5322 §2.2), one of them one that mail has.
    private var hasMailHeaders: Bool {
        let known: Set<String> = [
            "from", "date", "subject", "to", "message-id", "received", "return-path",
            "delivered-to", "mime-version",
        ]
        var isKnown = false
        var lines = 0
        for line in head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if line.isEmpty { break }
            lines += 1
            if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
                // A continuation needs something to continue.
                guard lines > 1 else { return false }
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) })
            else {
                // The last line kept may be cut.
                if head.count == Self.headBytes, line.endIndex == head.endIndex { break }
                return false
            }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            if known.contains(name) { isKnown = true }
        }
        return isKnown
    }
}

/// Looks for the names of entries in an archive, which stand there in plain bytes.
private struct NameSearch: Sendable {
    private static let document = Array("word/document.xml".utf8)
    /// A document with programs in it is of another kind, docm.
    private static let macros = Array("vbaProject.bin".utf8)

    private(set) var hasDocument = false
    private(set) var hasMacros = false
    /// The end of what came before: a name may lie across two parts.
    private var tail: [UInt8] = []

    mutating func take(_ bytes: [UInt8]) {
        let all = tail + bytes
        if !hasDocument { hasDocument = Self.contains(all, Self.document) }
        if !hasMacros { hasMacros = Self.contains(all, Self.macros) }
        tail = Array(all.suffix(Self.document.count - 1))
    }

    private static func contains(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first, bytes.count >= word.count else { return false }
        var place = 0
        while place <= bytes.count - word.count {
            if bytes[place] == first, bytes[place..<place + word.count].elementsEqual(word) {
                return true
            }
            place += 1
        }
        return false
    }
}
