// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursWire

extension FuzzTarget {
    /// The frame decoder: however the bytes are cut, the same frames come, and written again they
    /// are the same bytes.
    static let frames = FuzzTarget(
        name: "frames", largestInput: 4_096, seeds: { GoldenFrames.sessions.map { [0] + $0 } }
    ) { bytes in
        var input = FuzzInput(bytes)
        let largest = input.byte() & 1 == 0 ? 65_536 : 300
        let pieces = input.pieces()
        let whole = try DecodedFrames([Array(pieces.joined())[...]], largest: largest)
        let cut = try DecodedFrames(pieces, largest: largest)
        try law(cut == whole, "cut bytes give other frames")
        let written = whole.written()
        try law(
            pieces.joined().starts(with: written.readableBytesView),
            "frames written again are other bytes")
    }
}

/// What a decoder makes of bytes.
private struct DecodedFrames: Equatable {
    struct Frame: Equatable {
        let header: FrameHeader
        let payload: ByteBuffer
    }

    private var frames: [Frame] = []
    private var failure: ConnectionError.Code?

    init(_ pieces: [ArraySlice<UInt8>], largest: Int) throws(BrokenLaw) {
        var decoder = FrameDecoder(maxFrameBytes: largest)
        for piece in pieces where failure == nil {
            var bytes = ByteBuffer(bytes: piece)
            decoder.append(&bytes)
            try law(bytes.readableBytes == 0, "the decoder left bytes")
            do throws(ConnectionError) {
                while let header = try decoder.header(),
                    let payload = decoder.payload(of: header)
                {
                    frames.append(Frame(header: header, payload: payload))
                }
            } catch {
                failure = error.code
                continue
            }
            try law(
                decoder.pendingByteCount < FrameHeader.byteCount + largest,
                "the decoder holds a frame or more")
        }
        for frame in frames {
            let count = frame.payload.readableBytes
            try law(
                count == frame.header.payloadByteCount && count <= largest,
                "a payload of \(count) bytes")
        }
    }

    func written() -> ByteBuffer {
        var buffer = ByteBuffer()
        for frame in frames {
            buffer.writeFrameHeader(frame.header)
            buffer.writeImmutableBuffer(frame.payload)
        }
        return buffer
    }
}
