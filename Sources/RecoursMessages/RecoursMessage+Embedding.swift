// SPDX-License-Identifier: EUPL-1.2

// Puts a part that is encoded already into a message
// (https://protobuf.dev/programming-guides/encoding/).
extension RecoursMessage {
    /// The message's encoding with one field more, a message that is encoded already: the bytes
    /// that it would have if it had that field itself, which it must not.
    package func serializedBytes(with part: [UInt8], asField number: Int) -> [UInt8] {
        let rest = serializedBytes()
        // Fields are in the order of their numbers.
        let place = Self.end(ofFieldsBelow: number, in: rest)
        var whole: [UInt8] = []
        whole.reserveCapacity(rest.count + part.count + 2 * Self.longestVarint)
        whole.append(contentsOf: rest[..<place])
        Self.append(UInt64(number) << 3 | 2, to: &whole)
        Self.append(UInt64(part.count), to: &whole)
        whole.append(contentsOf: part)
        whole.append(contentsOf: rest[place...])
        return whole
    }

    private static var longestVarint: Int { 10 }

    private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Where the fields with lower numbers end. The bytes are an encoding that we have just made.
    private static func end(ofFieldsBelow number: Int, in bytes: [UInt8]) -> Int {
        var place = 0
        while place < bytes.count {
            var next = place
            let tag = varint(in: bytes, at: &next)
            if tag >> 3 >= UInt64(number) { break }
            switch tag & 7 {
            case 0: _ = varint(in: bytes, at: &next)
            case 1: next += 8
            case 2: next += Int(varint(in: bytes, at: &next))
            default: next += 4
            }
            place = next
        }
        return place
    }

    private static func varint(in bytes: [UInt8], at place: inout Int) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }
}
