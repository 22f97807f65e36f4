// SPDX-License-Identifier: EUPL-1.2

/// Passes that a JPEG makes over its picture, counted without decoding it: a progressive one can
/// ask for thousands with a few bytes each.
enum JPEGScans {
    // ITU-T T.81, table B.1.
    private static let endOfImage: UInt8 = 0xD9
    private static let startOfScan: UInt8 = 0xDA
    private static let restarts: ClosedRange<UInt8> = 0xD0...0xD7
    private static let temporary: UInt8 = 0x01

    /// Goes from marker to marker, over the segments' contents, as decoders do.
    static func count(in bytes: [UInt8]) -> Int {
        var count = 0
        var place = 2
        while let marker = nextMarker(in: bytes, from: &place), marker != endOfImage {
            if marker == startOfScan { count += 1 }
            let hasLength = !restarts.contains(marker) && marker != temporary
            guard hasLength, place + 1 < bytes.count else { continue }
            place += Int(bytes[place]) << 8 | Int(bytes[place + 1])
        }
        return count
    }

    /// 0xFF, as often as it pleases, and what is not zero; a zero says that the 0xFF is data.
    private static func nextMarker(in bytes: [UInt8], from place: inout Int) -> UInt8? {
        while place + 1 < bytes.count {
            let code = bytes[place + 1]
            if bytes[place] == 0xFF, code != 0, code != 0xFF {
                place += 2
                return code
            }
            place += 1
        }
        return nil
    }
}
