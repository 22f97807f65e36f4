// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
package import RecoursMessages

/// Whole frames that wait to be pulled: control frames, and small messages that nothing delays.
package struct FrameWriter: Sendable {
    private var buffer = ByteBuffer()

    package init() {}

    /// Bytes waiting, headers included.
    package var byteCount: Int {
        buffer.readableBytes
    }

    /// Appends a frame whose payload is `message`.
    package mutating func write(
        _ type: FrameType, flags: FrameFlags = [], call: UInt32, _ message: some RecoursMessage
    ) {
        let start = buffer.writerIndex
        buffer.writeFrameHeader(FrameHeader(type, flags: flags, call: call, payloadByteCount: 0))
        message.encode(into: &buffer)
        buffer.setFrameLength(
            payloadByteCount: buffer.writerIndex - start - FrameHeader.byteCount, at: start)
    }

    /// Appends a frame with the readable bytes of `payload`.
    package mutating func write(
        _ type: FrameType, flags: FrameFlags = [], call: UInt32, payload: ByteBuffer
    ) {
        buffer.writeFrameHeader(
            FrameHeader(type, flags: flags, call: call, payloadByteCount: payload.readableBytes))
        buffer.writeImmutableBuffer(payload)
    }

    /// Encodes `message` behind its header and keeps it as a DATA frame if it has at most
    /// `maxByteCount` bytes; otherwise takes it out again and returns its bytes.
    mutating func writeData(
        flags: FrameFlags, call: UInt32, _ message: some RecoursMessage, atMost maxByteCount: Int
    ) -> EncodedMessage {
        let start = buffer.writerIndex
        buffer.writeFrameHeader(FrameHeader(.data, flags: flags, call: call, payloadByteCount: 0))
        message.encode(into: &buffer)
        let payloadStart = start + FrameHeader.byteCount
        let byteCount = buffer.writerIndex - payloadStart
        if byteCount <= maxByteCount {
            buffer.setFrameLength(payloadByteCount: byteCount, at: start)
            return .written(byteCount: byteCount)
        }
        // The message must wait or be cut: its bytes move out once, into a buffer of their own.
        var own = ByteBuffer()
        if let slice = buffer.getSlice(at: payloadStart, length: byteCount) {
            own.writeImmutableBuffer(slice)
        }
        buffer.moveWriterIndex(to: start)
        return .tooLong(own)
    }

    /// Moves everything into `output`; by exchange if `output` is empty.
    package mutating func drain(into output: inout ByteBuffer) {
        if output.readableBytes == 0 {
            swap(&buffer, &output)
            buffer.clear()
        } else {
            output.writeBuffer(&buffer)
            buffer.clear()
        }
    }
}

/// What became of a message encoded straight into the output.
enum EncodedMessage {
    case written(byteCount: Int)
    case tooLong(ByteBuffer)
}
