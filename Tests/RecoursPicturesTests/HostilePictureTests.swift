// SPDX-License-Identifier: EUPL-1.2

import PictureSamples
import Testing

@testable import RecoursPictures

@Suite("Hostile pictures")
struct HostilePictureTests {
    private func refusal(_ bytes: [UInt8]) -> PictureError.Code? {
        do throws(PictureError) {
            _ = try HashedPicture(bytes)
            return nil
        } catch {
            #expect(!error.remedy.isEmpty)
            return error.code
        }
    }

    @Test("What is no picture is told so")
    func unknown() {
        for bytes in [[], Array("GIF89a".utf8), Array("RIFF....WAVE".utf8), [0xFF, 0xD8]] {
            #expect(refusal(bytes) == .unknownFormat)
        }
    }

    @Test("A picture cut off anywhere is refused", arguments: PictureSample.allCases)
    func cut(sample: PictureSample) {
        let whole = sample.bytes
        // The last chunk of a PNG, twelve bytes, says no more than that it ends.
        let end = whole.count - (sample.rawValue.hasPrefix("iVBOR") ? 17 : 1)
        for count in 0..<end {
            let code = refusal(Array(whole[..<count]))
            #expect(
                [.damaged, .unknownFormat, .animated].contains(code),
                "\(sample) cut to \(count) of \(whole.count): \(code?.description ?? "hashed")")
        }
    }

    @Test(
        "A picture with any byte changed is decoded or refused", arguments: PictureSample.allCases)
    func changed(sample: PictureSample) {
        let whole = sample.bytes
        for place in whole.indices {
            for byte in [0x00, 0xFF, whole[place] ^ 0x10] as [UInt8] {
                var bytes = whole
                bytes[place] = byte
                _ = try? PictureFormat.decode(bytes)
            }
        }
    }

    @Test("A moving WebP is refused, not half read")
    func moving() {
        #expect(refusal(PictureSample.movingWebP.bytes) == .animated)
    }

    @Test("A file larger than evidence may be is not looked at")
    func largeFile() {
        let bytes = PictureSample.png.bytes
        let padding = [UInt8](repeating: 0, count: PictureLimits.fileBytes - bytes.count)
        #expect(refusal(bytes + padding) == nil)
        #expect(refusal(bytes + padding + [0]) == .tooLarge)
    }

    @Test("Sides are held against the limits before anything is decoded")
    func sides() {
        // Nothing but headers: were they decoded, these would be damaged.
        #expect(refusal(Header.jpeg(width: 65_500, height: 65_500)) == .tooLarge)
        #expect(refusal(Header.jpeg(width: 8_192, height: 8_193)) == .tooLarge)
        #expect(refusal(Header.jpeg(width: 8_192, height: 8_192)) == .damaged)
        #expect(refusal(Header.jpeg(width: 4, height: 100)) == .tooSmall)
        #expect(refusal(Header.png(width: 100_000, height: 100_000)) == .tooLarge)
        #expect(refusal(Header.png(width: 100, height: 4)) == .tooSmall)
        #expect(refusal(Header.png(width: 100, height: 100)) == .damaged)
        #expect(refusal(Header.webP(width: 16_383, height: 16_383)) == .tooLarge)
        #expect(refusal(Header.webP(width: 4, height: 4)) == .tooSmall)
        #expect(refusal(Header.webP(width: 100, height: 100)) == .damaged)
    }

    @Test("A JPEG of more passes than pictures need is refused")
    func scans() {
        let whole = PictureSample.progressiveJPEG.bytes
        let scans = JPEGScans.count(in: whole)
        #expect(scans > 1)
        #expect(JPEGScans.count(in: PictureSample.jpeg.bytes) == 1)
        // Scans of nothing, before the end: they cost a pass each.
        let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 5, 0]
        let more = Array(repeatElement(scan, count: 70).joined())
        let bytes = Array(whole[..<(whole.count - 2)]) + more + [0xFF, 0xD9]
        #expect(JPEGScans.count(in: bytes) == scans + 70)
        #expect(refusal(bytes) == .tooLarge)
    }

    @Test("What looks like a scan inside of another segment, or behind the end, is none")
    func noScans() {
        let whole = PictureSample.jpeg.bytes
        let scan: [UInt8] = [0xFF, 0xDA]
        let notes = [0xFF, 0xE5, 0, 12] + Array(repeatElement(scan, count: 5).joined())
        let trailer = Array(repeatElement(scan, count: 100).joined())
        let bytes = Array(whole[..<2]) + notes + Array(whole[2...]) + trailer
        #expect(JPEGScans.count(in: bytes) == 1)
        #expect(refusal(bytes) == nil)
    }
}

/// Beginnings of files that announce a size and hold nothing.
private enum Header {
    static func jpeg(width: Int, height: Int) -> [UInt8] {
        let size = [height >> 8, height & 255, width >> 8, width & 255].map { UInt8($0) }
        return [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8] + size + [1, 1, 0x11, 0]
            + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]
    }

    static func png(width: Int, height: Int) -> [UInt8] {
        let sizes = [width, height].flatMap { side in
            stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: side >> $0) }
        }
        let chunk = Array("IHDR".utf8) + sizes + [8, 2, 0, 0, 0]
        let sum = checksum(chunk)
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + chunk
            + stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: sum >> $0) }
            + [0, 0, 0, 0] + Array("IDAT".utf8) + [0x35, 0xAF, 0x06, 0x1E]
    }

    /// CRC-32, as PNG has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
                rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
            }
        }
    }

    /// Lossless: a signature, then fourteen bits a side.
    static func webP(width: Int, height: Int) -> [UInt8] {
        let sides = UInt32(width - 1) | UInt32(height - 1) << 14
        let bits = stride(from: 0, through: 24, by: 8).map {
            UInt8(truncatingIfNeeded: sides >> $0)
        }
        return Array("RIFF".utf8) + [22, 0, 0, 0] + Array("WEBPVP8L".utf8) + [10, 0, 0, 0, 0x2F]
            + bits + [0, 0, 0, 0, 0]
    }
}
