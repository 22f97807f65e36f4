// SPDX-License-Identifier: EUPL-1.2

/// Bytes as text, three in four characters (RFC 4648 §4).
///
/// Strict: what is read has one spelling, so that no two texts of a signed file are one value.
package enum Base64 {
    private static let characters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")

    /// The text with its padding.
    package static func text(of bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var word: UInt32 = 0
        var count = 0
        for byte in bytes {
            word = word << 8 | UInt32(byte)
            count += 1
            if count == 3 {
                append(word, characters: 4, to: &text)
                word = 0
                count = 0
            }
        }
        if count > 0 {
            append(word << UInt32(8 * (3 - count)), characters: count + 1, to: &text)
            text.append(contentsOf: repeatElement(padding, count: 3 - count))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil unless the text is exactly what `text(of:)` writes for some bytes.
    package static func bytes(of text: some StringProtocol) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count.isMultiple(of: 4) else { return nil }
        let written = characters.prefix { $0 != padding }
        let missing = characters.count - written.count
        guard missing <= 2, characters.suffix(missing).allSatisfy({ $0 == padding }) else {
            return nil
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 4 * 3)
        var word: UInt32 = 0
        var bits = 0
        for character in written {
            guard let value = value(of: character) else { return nil }
            word = word << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
            }
        }
        // Bits left over must be zero, or the same bytes would have several texts.
        guard word & ((1 << UInt32(bits)) - 1) == 0 else { return nil }
        return bytes
    }

    private static func append(_ word: UInt32, characters count: Int, to text: inout [UInt8]) {
        for place in 0..<count {
            text.append(characters[Int(word >> UInt32(18 - 6 * place)) & 63])
        }
    }

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
