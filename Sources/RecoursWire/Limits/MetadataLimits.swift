// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

extension ConnectionLimits {
    /// Whether metadata keeps the rules of PROTOCOL.md §11: count, sizes and the letters of keys.
    func allows(_ metadata: [WireMetadataEntry]) -> Bool {
        guard metadata.count <= maxMetadataEntries else {
            return false
        }
        var byteCount = 0
        for entry in metadata {
            let key = entry.key.utf8
            guard (1...64).contains(key.count), entry.value.count <= 4_096,
                key.allSatisfy(ConnectionLimits.isKeyByte)
            else {
                return false
            }
            byteCount += key.count + entry.value.count
        }
        return byteCount <= maxMetadataBytes
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default:
            false
        }
    }
}
