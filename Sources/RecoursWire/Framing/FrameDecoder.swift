// SPDX-License-Identifier: EUPL-1.2

package import NIOCore

/// One whole frame of a known type.
package struct Frame: Sendable, Hashable {
    package var type: FrameType
    package var flags: FrameFlags
    /// The call's number; 0 for frames about the whole connection.
    package var call: UInt32
    /// A slice of the received bytes, not a copy.
    package var payload: ByteBuffer
}

/// Splits received bytes into frames, judging each header before its payload is awaited
/// (PROTOCOL.md §4.1).
///
/// It holds what was received and not yet split: less than one frame once `payload` or `skip`
/// has returned nothing.
package struct FrameDecoder: Sendable {
    private var buffer = ByteBuffer()
    private let maxFrameBytes: Int

    /// A decoder that refuses payloads above `maxFrameBytes`.
    package init(maxFrameBytes: Int) {
        self.maxFrameBytes = maxFrameBytes
    }

    /// Bytes received and not yet split into frames.
    package var pendingByteCount: Int {
        buffer.readableBytes
    }

    /// Takes all readable bytes. Nothing is copied unless part of a frame was left over.
    package mutating func append(_ bytes: inout ByteBuffer) {
        if buffer.readableBytes == 0 {
            buffer = bytes
            bytes.moveReaderIndex(to: bytes.writerIndex)
        } else {
            // What is left over is less than a frame; moving it to the front keeps a dripping
            // peer from growing the buffer by more than it sent.
            buffer.discardReadBytes()
            buffer.writeBuffer(&bytes)
        }
    }

    /// Forgets everything received.
    package mutating func discardAll() {
        buffer = ByteBuffer()
    }

    /// The next frame's header, judged, without consuming it; nil if it is not complete.
    /// Throws `frameTooLarge` or `protocolViolation`.
    package func header() throws(ConnectionError) -> FrameHeader? {
        // Loads are checked against the span's bounds; any bits make an integer.
        let bytes = buffer.readableBytesSpan
        guard bytes.byteCount >= 4 else {
            return nil
        }
        let length = UInt32(
            bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self))
        guard length >= FrameHeader.countedByteCount else {
            throw ConnectionError(.protocolViolation, "A frame's length is below 8.")
        }
        let payloadByteCount = Int(length) - FrameHeader.countedByteCount
        guard payloadByteCount <= maxFrameBytes else {
            throw ConnectionError(.frameTooLarge, "A frame's payload passes the announced size.")
        }
        guard bytes.byteCount >= FrameHeader.byteCount else {
            return nil
        }
        let word = UInt64(
            bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 4, as: UInt64.self))
        let kind = UInt32(truncatingIfNeeded: word >> 32)
        let call = UInt32(truncatingIfNeeded: word)
        guard kind & 0xFFFF == 0 else {
            throw ConnectionError(.protocolViolation, "A frame's reserved bytes are not 0.")
        }
        let header = FrameHeader(
            rawType: UInt8(truncatingIfNeeded: kind >> 24),
            flags: FrameFlags(rawValue: UInt8(truncatingIfNeeded: kind >> 16)),
            call: call, payloadByteCount: payloadByteCount)
        try judge(header)
        return header
    }

    /// Consumes the frame of `header` and returns its payload; nil if it is not complete.
    package mutating func payload(of header: FrameHeader) -> ByteBuffer? {
        guard buffer.readableBytes >= FrameHeader.byteCount + header.payloadByteCount else {
            return nil
        }
        buffer.moveReaderIndex(forwardBy: FrameHeader.byteCount)
        let payload = buffer.readSlice(length: header.payloadByteCount)
        if buffer.readableBytes == 0 {
            // Ten thousand idle connections must not each hold on to their last read.
            buffer = ByteBuffer()
        }
        return payload
    }

    private func judge(_ header: FrameHeader) throws(ConnectionError) {
        guard let type = header.type else {
            guard header.flags.contains(.optional) else {
                throw ConnectionError(.protocolViolation, "A frame's type is unknown.")
            }
            return
        }
        guard header.flags.subtracting(.optional).isSubset(of: type.allowedFlags) else {
            throw ConnectionError(.protocolViolation, "A frame carries a flag of no meaning.")
        }
        guard type.isAboutConnection != (header.call != 0) || type == .credit else {
            throw ConnectionError(.protocolViolation, "A frame has the wrong call for its type.")
        }
        guard type == .data || header.payloadByteCount <= FrameDecoder.maxControlBytes else {
            throw ConnectionError(.frameTooLarge, "A control frame's payload passes 16 KiB.")
        }
    }

    /// Largest payload of any frame but DATA: metadata of 8 KiB and texts fit twice.
    package static let maxControlBytes = 16_384
}

extension FrameType {
    fileprivate var allowedFlags: FrameFlags {
        switch self {
        case .data: .ofData
        case .ping: .acknowledgement
        case .hello, .open, .head, .status, .cancel, .credit, .goAway: []
        }
    }

    fileprivate var isAboutConnection: Bool {
        switch self {
        case .hello, .ping, .goAway: true
        case .open, .head, .data, .status, .cancel, .credit: false
        }
    }
}
