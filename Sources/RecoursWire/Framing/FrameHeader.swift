// SPDX-License-Identifier: EUPL-1.2

package import NIOCore

/// The twelve bytes before each payload (PROTOCOL.md §4.1).
package struct FrameHeader: Sendable, Hashable {
    /// Bytes of an encoded header.
    package static let byteCount = 12
    /// What the length field counts besides the payload: type, flags, reserved and call.
    package static let countedByteCount = 8

    /// The type byte as received; not every number is a `FrameType`.
    package var rawType: UInt8
    package var flags: FrameFlags
    /// The call's number; 0 for frames about the whole connection.
    package var call: UInt32
    /// Bytes of payload, header excluded.
    package var payloadByteCount: Int

    package init(_ type: FrameType, flags: FrameFlags = [], call: UInt32, payloadByteCount: Int) {
        self.rawType = type.rawValue
        self.flags = flags
        self.call = call
        self.payloadByteCount = payloadByteCount
    }

    init(rawType: UInt8, flags: FrameFlags, call: UInt32, payloadByteCount: Int) {
        self.rawType = rawType
        self.flags = flags
        self.call = call
        self.payloadByteCount = payloadByteCount
    }

    /// The known type, or nil for a number of a later revision.
    package var type: FrameType? {
        FrameType(rawValue: rawType)
    }
}

extension ByteBuffer {
    /// Appends the header's twelve bytes.
    package mutating func writeFrameHeader(_ header: FrameHeader) {
        writeMultipleIntegers(
            UInt64(header.lengthWord) << 32 | UInt64(header.kindWord), header.call)
    }

    /// Puts the length right in a header written at `index` before its payload was known.
    mutating func setFrameLength(payloadByteCount: Int, at index: Int) {
        let length = payloadByteCount + FrameHeader.countedByteCount
        setInteger(UInt32(truncatingIfNeeded: length), at: index)
    }
}

extension FrameHeader {
    fileprivate var lengthWord: UInt32 {
        UInt32(truncatingIfNeeded: payloadByteCount + FrameHeader.countedByteCount)
    }

    fileprivate var kindWord: UInt32 {
        UInt32(rawType) << 24 | UInt32(flags.rawValue) << 16
    }
}
