// SPDX-License-Identifier: EUPL-1.2

/// Writes values as bytes in exactly one way, so that a hash of them tells whether two requests
/// with one idempotency key ask for the same.
///
/// The form, which must never change for fields that exist, since keys are kept for ever:
///
///     message = field*                          in ascending order of numbers
///     field   = u16 number | u32 count | bytes  all integers big-endian
///     text    = its UTF-8;  integer = 8 bytes, two's complement;  truth = 1 byte, 0 or 1
///
/// What is absent is left out: an absent message, date, number or enumerated value writes nothing,
/// an empty message writes a field of count 0. Empty text is absent by definition of the protocol.
/// A list writes one field an element, empty elements too. Truth values are always written. So a
/// field added later leaves the bytes of requests without it as they were.
package struct CanonicalBytes: Sendable {
    /// What was written so far.
    package private(set) var bytes: [UInt8]

    /// Begins with the name of what follows, so that two kinds of request never have equal bytes.
    package init(naming name: String, capacity: Int = 1024) {
        self.bytes = []
        bytes.reserveCapacity(capacity)
        write(0, Array(name.utf8))
    }

    package mutating func write(_ number: UInt16, _ text: String) {
        guard !text.isEmpty else { return }
        writeElement(number, text)
    }

    package mutating func write(_ number: UInt16, _ data: [UInt8]) {
        guard !data.isEmpty else { return }
        header(number, count: data.count)
        bytes.append(contentsOf: data)
    }

    package mutating func write(_ number: UInt16, _ integer: Int64?) {
        guard let integer else { return }
        header(number, count: 8)
        append(UInt64(bitPattern: integer), count: 8)
    }

    package mutating func write(_ number: UInt16, _ truth: Bool) {
        header(number, count: 1)
        bytes.append(truth ? 1 : 0)
    }

    package mutating func write(_ number: UInt16, _ date: CalendarDate?) {
        write(number, date.map { Int64($0.dayNumber) })
    }

    package mutating func write(_ number: UInt16, _ instant: Instant?) {
        write(number, instant?.millisecondsSince1970)
    }

    package mutating func write(
        _ number: UInt16, _ value: (some RawRepresentable<Int32>)?
    ) {
        write(number, value.map { Int64($0.rawValue) })
    }

    /// Writes a list of texts.
    package mutating func write(_ number: UInt16, _ texts: [String]) {
        for text in texts { writeElement(number, text) }
    }

    /// Writes a message by what `fields` writes into it; nothing if it is absent.
    package mutating func write<Value>(
        _ number: UInt16, _ value: Value?, fields: (Value, inout CanonicalBytes) -> Void
    ) {
        guard let value else { return }
        let start = bytes.count
        header(number, count: 0)
        fields(value, &self)
        // The count is known only now; the header is six bytes, the count its last four.
        let count = UInt32(truncatingIfNeeded: bytes.count - start - 6)
        for place in 0..<4 {
            bytes[start + 2 + place] = UInt8(truncatingIfNeeded: count >> (24 - 8 * UInt32(place)))
        }
    }

    private mutating func writeElement(_ number: UInt16, _ text: String) {
        header(number, count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func header(_ number: UInt16, count: Int) {
        append(UInt64(number) << 32 | UInt64(UInt32(truncatingIfNeeded: count)), count: 6)
    }

    private mutating func append(_ value: UInt64, count: UInt64) {
        var shift = 8 * count
        while shift > 0 {
            shift -= 8
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
