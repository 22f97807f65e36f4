// SPDX-License-Identifier: EUPL-1.2

/// A piece of Swift source, as fine as the rules here need it.
struct Token: Hashable {
    enum Kind: Hashable {
        /// Letters, digits and underscores; also numbers.
        case word
        /// One byte of anything else that isn't white space.
        case mark
        /// A string literal's content, interpolations included as they are written.
        case text
    }

    let kind: Kind
    let text: String
    /// From 1.
    let line: Int
    /// Whether nothing stands between the token before and this one.
    let touchesPrevious: Bool

    func isWord(_ word: String) -> Bool { kind == .word && text == word }

    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
}

/// Splits Swift source into tokens and comments.
///
/// It knows comments (nested too) and string literals (raw, multi-line, with interpolations),
/// because a brace or a name inside those means nothing. It knows no regular expression literals.
struct Tokens {
    private(set) var tokens: [Token] = []
    /// The text of comments, by line from 1; a line may have several, joined.
    private(set) var comments: [Int: String] = [:]

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var endOfLast = -1

    init(_ source: some Collection<UInt8>) {
        self.bytes = Array(source)
        while position < bytes.count {
            scanOne()
        }
    }

    // MARK: Scanning

    private mutating func scanOne() {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "\n"):
            line += 1
            position += 1
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
            position += 1
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
            scanLineComment()
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
            scanBlockComment()
        case UInt8(ascii: "\""):
            scanString(hashes: 0)
        case UInt8(ascii: "#"):
            scanHashes()
        case _ where Tokens.isWordByte(byte):
            scanWord()
        default:
            append(.mark, from: position, to: position + 1)
        }
    }

    private func peek(_ distance: Int) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }

    /// Takes the bytes of a range as a token, and goes on after it.
    private mutating func append(_ kind: Token.Kind, from start: Int, to end: Int) {
        tokens.append(
            Token(
                kind: kind, text: String(decoding: bytes[start..<end], as: UTF8.self), line: line,
                touchesPrevious: endOfLast == start))
        position = end
        endOfLast = end
    }

    private mutating func scanWord() {
        var end = position
        while end < bytes.count, Tokens.isWordByte(bytes[end]) {
            end += 1
        }
        append(.word, from: position, to: end)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...:
            true
        default:
            false
        }
    }

    private mutating func scanLineComment() {
        var end = position
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
            end += 1
        }
        note(from: position, to: end)
        position = end
    }

    private mutating func scanBlockComment() {
        var depth = 0
        var start = position
        repeat {
            if bytes[position] == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
                depth += 1
                position += 2
            } else if bytes[position] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
                depth -= 1
                position += 2
            } else {
                if bytes[position] == UInt8(ascii: "\n") {
                    note(from: start, to: position)
                    line += 1
                    start = position + 1
                }
                position += 1
            }
        } while depth > 0 && position < bytes.count
        note(from: start, to: min(position, bytes.count))
    }

    private mutating func note(from start: Int, to end: Int) {
        let text = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
        comments[line, default: ""] += text
    }

    private mutating func scanHashes() {
        var hashes = 0
        while peek(hashes) == UInt8(ascii: "#") {
            hashes += 1
        }
        if peek(hashes) == UInt8(ascii: "\"") {
            position += hashes
            scanString(hashes: hashes)
        } else {
            append(.mark, from: position, to: position + 1)
        }
    }

    /// Begins at the opening quote.
    private mutating func scanString(hashes: Int) {
        let quotes = peek(1) == UInt8(ascii: "\"") && peek(2) == UInt8(ascii: "\"") ? 3 : 1
        let start = position + quotes
        let firstLine = line
        position = start
        while position < bytes.count, !closesString(quotes: quotes, hashes: hashes) {
            skipInString(hashes: hashes)
        }
        let lastLine = line
        line = firstLine
        append(.text, from: start, to: min(position, bytes.count))
        line = lastLine
        position = min(position + quotes + hashes, bytes.count)
        endOfLast = position
    }

    private func closesString(quotes: Int, hashes: Int) -> Bool {
        for index in 0..<quotes where peek(index) != UInt8(ascii: "\"") { return false }
        for index in 0..<hashes where peek(quotes + index) != UInt8(ascii: "#") { return false }
        return true
    }

    /// Moves over one byte of a string's content, an escape, or a whole interpolation.
    private mutating func skipInString(hashes: Int) {
        if bytes[position] == UInt8(ascii: "\n") { line += 1 }
        guard bytes[position] == UInt8(ascii: "\\"), isEscape(hashes: hashes) else {
            position += 1
            return
        }
        position += 1 + hashes
        if peek(0) == UInt8(ascii: "(") {
            skipInterpolation()
        } else {
            position += 1
        }
    }

    private func isEscape(hashes: Int) -> Bool {
        for index in 0..<hashes where peek(1 + index) != UInt8(ascii: "#") { return false }
        return true
    }

    /// Begins at the opening parenthesis. Code in an interpolation is scanned for its end only.
    private mutating func skipInterpolation() {
        let kept = tokens.count
        var depth = 0
        repeat {
            let before = tokens.count
            scanOne()
            if tokens.count > before, let last = tokens.last {
                if last.isMark("(") { depth += 1 }
                if last.isMark(")") { depth -= 1 }
            }
        } while depth > 0 && position < bytes.count
        tokens.removeLast(tokens.count - kept)
    }
}
