// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursWire
import Testing

@Suite("Frame header")
struct FrameHeaderTests {
    @Test("A header is twelve big-endian bytes and counts eight of them in its length")
    func layout() {
        var buffer = ByteBuffer()
        buffer.writeFrameHeader(
            FrameHeader(.data, flags: [.end], call: 0x0102_0304, payloadByteCount: 5))
        #expect(
            Array(buffer.readableBytesView)
                == [0, 0, 0, 13, 4, 2, 0, 0, 1, 2, 3, 4])
    }
}
