// SPDX-License-Identifier: EUPL-1.2

package import NIOCore

// Writes single fields of a message by hand, where one is put together of encoded parts
// (https://protobuf.dev/programming-guides/encoding/).
extension ByteBuffer {
    /// Appends a length-delimited field: a message that is encoded already, bytes, or UTF-8 text.
    package mutating func writeField(_ number: Int, bytes: ByteBuffer) {
        writeTag(number, wireType: 2)
        writeVarint(UInt64(bytes.readableBytes))
        writeImmutableBuffer(bytes)
    }

    /// Appends a length-delimited field: a message that is encoded already, bytes, or UTF-8 text.
    package mutating func writeField(_ number: Int, bytes: some Collection<UInt8>) {
        writeTag(number, wireType: 2)
        writeVarint(UInt64(bytes.count))
        writeBytes(bytes)
    }

    /// Appends a text field; nothing for an empty text, as proto3 has it.
    package mutating func writeField(_ number: Int, text: String) {
        guard !text.isEmpty else { return }
        writeField(number, bytes: text.utf8)
    }

    /// Appends a message field, encoding the message.
    package mutating func writeField(_ number: Int, message: some RecoursMessage) {
        writeTag(number, wireType: 2)
        writeVarint(UInt64(message.encodedByteCount))
        message.encode(into: &self)
    }

    /// Appends an integer, enumeration or bool field; nothing for 0, as proto3 has it.
    package mutating func writeField(_ number: Int, varint: UInt64) {
        guard varint != 0 else { return }
        writeTag(number, wireType: 0)
        writeVarint(varint)
    }

    /// Bytes that `writeField(_:bytes:)` appends for a field of that many bytes: to know where a
    /// page ends.
    package static func fieldByteCount(_ number: Int, bytes count: Int) -> Int {
        varintByteCount(UInt64(number) << 3) + varintByteCount(UInt64(count)) + count
    }

    private mutating func writeTag(_ number: Int, wireType: UInt64) {
        writeVarint(UInt64(number) << 3 | wireType)
    }

    private mutating func writeVarint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            writeInteger(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        writeInteger(UInt8(rest))
    }

    private static func varintByteCount(_ value: UInt64) -> Int {
        value == 0 ? 1 : (UInt64.bitWidth - value.leadingZeroBitCount + 6) / 7
    }
}
