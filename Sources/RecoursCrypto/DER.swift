// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// OpenSSL's `d2i` and `i2d` functions over byte arrays.
enum DER {
    /// The object that `decode` makes of all the bytes; nil if it makes none or leaves bytes over.
    /// The caller frees it, as `free` would.
    static func read(
        _ bytes: [UInt8], freeing free: (OpaquePointer) -> Void,
        _ decode: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> OpaquePointer?
    ) -> OpaquePointer? {
        bytes.withUnsafeBufferPointer { buffer in
            guard var cursor = buffer.baseAddress.map(Optional.some) else { return nil }
            guard let object = decode(&cursor, buffer.count) else { return nil }
            // Bytes behind an object are nobody's: two readers could disagree about them.
            if cursor != buffer.baseAddress.map({ $0 + buffer.count }) {
                free(object)
                ERR_clear_error()
                return nil
            }
            return object
        }
    }

    /// What `encode` writes, asked once for the length and once for the bytes; nil if it fails.
    static func write(
        _ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> CInt
    ) -> [UInt8]? {
        let length = encode(nil)
        guard length > 0 else { return nil }
        var written: CInt = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(length)) { target, count in
            var cursor = target.baseAddress
            written = encode(&cursor)
            count = max(0, min(Int(written), Int(length)))
        }
        return written == length ? bytes : nil
    }
}
