// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import Testing

@testable import RecoursWire

@Suite("Frame decoder")
struct FrameDecoderTests {
    @Test(
        "A header that breaks a rule is refused before its payload is awaited",
        arguments: [
            ("00000007", ConnectionError.Code.protocolViolation),
            ("00000000", .protocolViolation),
            ("00010009", .frameTooLarge),
            ("7fffffff", .frameTooLarge),
            ("ffffffff", .frameTooLarge),
            ("00000009 04 00 0001 00000001", .protocolViolation),
            ("00000009 04 00 8000 00000001", .protocolViolation),
            ("00000009 00 00 0000 00000001", .protocolViolation),
            ("00000009 0a 00 0000 00000001", .protocolViolation),
            ("00000009 ff 7f 0000 00000001", .protocolViolation),
            ("00000009 04 08 0000 00000001", .protocolViolation),
            ("00000009 02 01 0000 00000001", .protocolViolation),
            ("00000010 08 02 0000 00000000", .protocolViolation),
            ("00000009 04 00 0000 00000000", .protocolViolation),
            ("00000009 02 00 0000 00000000", .protocolViolation),
            ("00000010 08 00 0000 00000001", .protocolViolation),
            ("00000009 01 00 0000 00000001", .protocolViolation),
            ("00004009 02 00 0000 00000001", .frameTooLarge),
        ])
    func refused(hex: String, code: ConnectionError.Code) {
        var decoder = FrameDecoder(maxFrameBytes: 65_536)
        var bytes = GoldenTranscript.bytes(hex)
        decoder.append(&bytes)
        #expect(throws: ConnectionError.self) { try decoder.header() }
        #expect(code == refusal(&decoder))
    }

    private func refusal(_ decoder: inout FrameDecoder) -> ConnectionError.Code? {
        do throws(ConnectionError) {
            _ = try decoder.header()
            return nil
        } catch {
            return error.code
        }
    }

    @Test("The largest frames allowed are read")
    func largest() throws {
        for (type, size) in [(FrameType.data, 65_536), (.open, 16_384)] {
            var decoder = FrameDecoder(maxFrameBytes: 65_536)
            var bytes = Frames.frame(type, call: 1, payload: Array(repeating: 1, count: size))
            decoder.append(&bytes)
            let header = try #require(try decoder.header())
            #expect(decoder.payload(of: header)?.readableBytes == size)
            #expect(decoder.pendingByteCount == 0)
        }
    }

    @Test("An optional frame of an unknown type is taken whole, whatever its call")
    func optional() throws {
        var decoder = FrameDecoder(maxFrameBytes: 65_536)
        var bytes = GoldenTranscript.bytes("0000000b 77 ff 0000 00000005 aabbcc")
        decoder.append(&bytes)
        let header = try #require(try decoder.header())
        #expect(header.type == nil)
        #expect(decoder.payload(of: header)?.readableBytes == 3)
    }

    @Test("One byte at a time costs no more memory than the bytes received")
    func drip() throws {
        var decoder = FrameDecoder(maxFrameBytes: 65_536)
        let frame = Frames.data(1, Array(repeating: 9, count: 3_000), .end)
        for byte in frame.readableBytesView.dropLast() {
            var one = ByteBuffer(bytes: [byte])
            decoder.append(&one)
            if let header = try decoder.header() {
                #expect(decoder.payload(of: header) == nil)
            }
        }
        #expect(decoder.pendingByteCount == frame.readableBytes - 1)
        var last = ByteBuffer(bytes: [9])
        decoder.append(&last)
        let header = try #require(try decoder.header())
        #expect(decoder.payload(of: header)?.readableBytes == 3_000)
    }
}
