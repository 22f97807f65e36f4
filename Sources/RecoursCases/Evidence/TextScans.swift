// SPDX-License-Identifier: EUPL-1.2

/// Whether bytes that come in parts are UTF-8 (RFC 3629 §4), and whether a NUL is among them.
struct PlainTextScan: Sendable {
    private var isBroken = false
    private(set) var hasNUL = false
    /// Bytes that must still follow of the scalar under way.
    private var missing = 0
    /// What the next of them may be: shorter forms, surrogates and what lies beyond U+10FFFF are
    /// excluded by the first.
    private var next: ClosedRange<UInt8> = 0x80...0xBF

    mutating func take(_ bytes: [UInt8]) {
        for byte in bytes {
            if missing > 0 {
                if !next.contains(byte) { isBroken = true }
                missing -= 1
                next = 0x80...0xBF
            } else if byte < 0x80 {
                if byte == 0 { hasNUL = true }
            } else {
                begin(byte)
            }
            if isBroken { return }
        }
    }

    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, next) = (2, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE, 0xEF: missing = 2
        case 0xED: (missing, next) = (2, 0x80...0x9F)
        case 0xF0: (missing, next) = (3, 0x90...0xBF)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, next) = (3, 0x80...0x8F)
        default: isBroken = true
        }
    }

    /// All bytes are UTF-8, the last scalar whole.
    var isUTF8: Bool { !isBroken && missing == 0 }
}

/// Whether bytes that come in parts have the outline of a JSON text (RFC 8259): one value, its
/// brackets closed in order, its strings ended.
struct JSONShapeScan: Sendable {
    /// Deeper texts are made to break readers.
    private static let deepest = 512

    private var open: [UInt8] = []
    private var isInString = false
    private var isEscaped = false
    private var hasValue = false
    private var isOver = false
    private var isBroken = false
    private var mark: [UInt8] = []

    mutating func take(_ bytes: [UInt8]) {
        for byte in bytes where !isBroken { take(byte) }
    }

    private mutating func take(_ byte: UInt8) {
        if isInString {
            takeInString(byte)
            return
        }
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return
        // A byte order mark, which programs of Windows write, may stand before everything.
        case 0xEF, 0xBB, 0xBF:
            mark.append(byte)
            if hasValue || !([0xEF, 0xBB, 0xBF] as [UInt8]).starts(with: mark) { isBroken = true }
            return
        default: break
        }
        if isOver { isBroken = true }
        let isFirst = !hasValue
        hasValue = true
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            if !isFirst, open.isEmpty { isBroken = true }
            open.append(byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
            if open.count > Self.deepest { isBroken = true }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if open.popLast() != byte { isBroken = true }
            isOver = open.isEmpty
        case UInt8(ascii: "\""):
            if !isFirst, open.isEmpty { isBroken = true }
            isInString = true
        case UInt8(ascii: ","), UInt8(ascii: ":"):
            if open.isEmpty { isBroken = true }
        default:
            let isLiteral =
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2B, 0x2D, 0x2E, 0x45].contains(byte)
            if !isLiteral { isBroken = true }
        }
    }

    private mutating func takeInString(_ byte: UInt8) {
        if byte < 0x20 { isBroken = true }
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
            if open.isEmpty { isOver = true }
        }
    }

    /// There was one value, and it is closed.
    var isWhole: Bool { !isBroken && hasValue && !isInString && open.isEmpty }
}
